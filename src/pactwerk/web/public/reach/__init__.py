"""Pages about the reach and the viability of technical vmbo (A38, A39): reach, what if, group sizes."""
