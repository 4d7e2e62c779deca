"""OpenID Connect: another house says who somebody is, and we check every word of it (docs/why/openid.md).

Owns the question that the browser carries there, and the proof of the answer: issuer, keys, signature,
audience, times, nonce.
Promises that nothing is believed that was not signed by a key of the named issuer for this very question.
Refuses to know HTTP, sessions and people: whoever asks brings the transport, and says who may come in.
"""
