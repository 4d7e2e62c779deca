"""What can be read in a file: words in pictures, codes, metadata, the text of documents.

Pure, but for the programs that it asks (tesseract). Nothing here judges; nothing read is stored.
"""
