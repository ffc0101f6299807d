"""What the bot says, measured against real reviews: figures, labels made by hand, floors that only rise."""
