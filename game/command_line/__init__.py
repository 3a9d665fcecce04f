"""The composition root: the only place that knows everyone."""

__all__ = ["main"]

_INTERRUPTED = 130
"""As in `complaints.ExitCode`, for the moments before that is loaded."""


def main() -> None:
    """Run the command and end the process; Ctrl-C is answered while it is still being loaded, too."""
    try:
        from game.command_line import program

        program.main()
    except KeyboardInterrupt:
        raise SystemExit(_INTERRUPTED) from None
