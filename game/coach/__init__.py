"""A trainee's history and next best practice."""
