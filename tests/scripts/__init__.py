"""The programs that check the project are checked too."""
