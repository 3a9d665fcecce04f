"""What the reports about the customer model share."""
