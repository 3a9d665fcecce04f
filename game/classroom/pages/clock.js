// Time left, counted by this machine between two messages of the server; the server's word wins.

/** Milliseconds as minutes and seconds, rounded up so that 0:00 means over: 61 000 -> "1:01". */
export function minutes(milliseconds) {
  const seconds = Math.max(0, Math.ceil(milliseconds / 1000));
  const hours = Math.floor(seconds / 3600);
  const rest = `${String(Math.floor((seconds % 3600) / 60)).padStart(hours ? 2 : 1, "0")}:${String(seconds % 60).padStart(2, "0")}`;
  return hours ? `${hours}:${rest}` : rest;
}

export class Countdown {
  constructor() {
    this.left = null;
    this.since = 0;
    this.running = false;
  }

  /** What the server said: milliseconds left (null where nothing is counted), and whether they run. */
  set(left, running) {
    this.left = typeof left === "number" ? left : null;
    this.since = performance.now();
    this.running = running;
  }

  get now() {
    if (this.left === null) return null;
    return Math.max(0, this.left - (this.running ? performance.now() - this.since : 0));
  }
}
