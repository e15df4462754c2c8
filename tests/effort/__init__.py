"""What everyday tasks cost in keystrokes and seconds: scripts typed into real terminals."""
