"""Pure rules of the Archive: leaves, commitments, receipts."""
