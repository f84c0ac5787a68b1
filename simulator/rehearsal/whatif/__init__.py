"""What would have happened had one act been right, all else equal."""
