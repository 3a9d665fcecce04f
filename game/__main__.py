"""`python -m game` is the same as `rapport`."""

from game.command_line import main

if __name__ == "__main__":
    main()
