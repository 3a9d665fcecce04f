// The one secret that a seat keeps.

const KEPT = "rapport-seat";

/** A seat as this browser keeps it: `{code, token, seat, nickname}`; null when it has none. */
export function keptSeat() {
  try {
    const kept = JSON.parse(localStorage.getItem(KEPT));
    return kept && typeof kept.token === "string" ? kept : null;
  } catch {
    return null;
  }
}

/** Keep a seat for the next time this browser comes; null forgets it. */
export function keepSeat(seat) {
  try {
    if (seat) localStorage.setItem(KEPT, JSON.stringify(seat));
    else localStorage.removeItem(KEPT);
  } catch {
    // In a private window the seat lasts as long as the page.
  }
}
