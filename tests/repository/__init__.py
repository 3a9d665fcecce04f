"""What has to hold of the repository itself, whatever the product does."""
