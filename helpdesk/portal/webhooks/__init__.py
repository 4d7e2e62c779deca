"""Pages of webhooks: where events are sent, how that goes, sending again; for a shop and for the Platform."""
