"""How much a run may do: what an author writes is followed to its end, but not for ever."""

from dataclasses import dataclass

from rapportbyggare.binding.things import Fault

# Twenty times what a hundredfold report takes, thirty times a table of 10 000 rows; over within a minute all the same.
MOST_STEPS = 5_000_000


class Exhausted(Fault):
    """The fault of a run that takes more steps than it may: nothing more is evaluated after it."""


@dataclass(slots=True)
class Work:
    """The steps of a run: one for each part evaluated, fact looked up, member of a list and fact behind a value."""

    steps: int = 0

    def take(self, steps: int) -> None:
        """Count some steps; the fault when they are too many."""
        self.steps += steps
        if self.steps > MOST_STEPS:
            raise Exhausted(
                "for-mycket-arbete",
                f"Rapportens uttryck tar fler än {MOST_STEPS // 1_000_000} miljoner steg att räkna ut, så bygget avbryts här.",
                "slingor och tabeller av den storlek som en rapport behöver",
                "Korta listan i slingan eller tabellen där uttrycket står, eller ta bort en slinga som står inuti en annan.",
            )
