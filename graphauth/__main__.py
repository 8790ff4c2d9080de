"""``python -m graphauth``: the command line."""

from graphauth.cli.main import main

if __name__ == "__main__":
    main()
