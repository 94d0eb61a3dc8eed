"""`python -m sincerely` is the command line."""

from sincerely.faces.cli import main

if __name__ == "__main__":
    main()
