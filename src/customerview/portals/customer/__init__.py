"""What customers meet, and those who act for one of them: their money first, what we promised, what they can change, who looked."""
