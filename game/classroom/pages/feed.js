// One stream of snapshots, and what happens when it falls silent.
//
// The stream is read by hand and not by EventSource, because a heartbeat (a comment) must count as a sign of
// life. There is never more than one connection: whoever polls has given up the stream, whoever tries the
// stream again does not poll meanwhile.

const SILENCE = 20_000;
const POLL = 2_000;
const TRY_AGAIN = 30_000;
const FIRST_BYTE = 6_000;

export class Feed {
  /**
   * @param {object} ways - `events` and `snapshot` (addresses), `name` of the event, `onSnapshot(data)`,
   *   `onChange({way, heard})` whenever the way ("live", "polling", "lost") changes or something was heard.
   */
  constructor(ways) {
    Object.assign(this, { headers: {}, onChange: () => {}, name: "board" }, ways);
    this.way = "starting";
    this.heard = performance.now();
    this.last = null;
    this.tag = null;
    this.stopped = false;
    this.failures = 0;
  }

  start() {
    this.run();
    return this;
  }

  stop() {
    this.stopped = true;
    this.abort?.abort();
  }

  /** Seconds since anything proved that what is shown is what is true. */
  get age() {
    return (performance.now() - this.heard) / 1000;
  }

  async run() {
    while (!this.stopped) {
      await this.stream();
      if (this.stopped) return;
      const until = performance.now() + TRY_AGAIN;
      while (!this.stopped && performance.now() < until) {
        await this.poll();
        await pause(this.way === "lost" ? POLL * Math.min(4, 1 + this.failures / 3) : POLL);
      }
    }
  }

  alive(way) {
    this.heard = performance.now();
    if (way) this.failures = 0;
    this.move(way ?? this.way);
  }

  move(way) {
    this.way = way;
    this.onChange({ way, heard: this.heard });
  }

  take(text) {
    let data;
    try {
      data = JSON.parse(text);
    } catch {
      return;
    }
    this.last = data.seq ?? this.last;
    this.onSnapshot(data);
  }

  async stream() {
    this.abort = new AbortController();
    let timer = setTimeout(() => this.abort.abort(), FIRST_BYTE);
    try {
      const headers = { Accept: "text/event-stream", ...this.headers };
      if (this.last !== null) headers["Last-Event-ID"] = String(this.last);
      const answer = await fetch(this.events, { headers, cache: "no-store", signal: this.abort.signal });
      if (!answer.ok || !answer.body) return;
      const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
      let waiting = "";
      for (;;) {
        const { done, value } = await reader.read();
        if (done) return;
        clearTimeout(timer);
        timer = setTimeout(() => this.abort.abort(), SILENCE);
        this.alive("live");
        waiting = this.digest(waiting + value.replace(/\r\n?/g, "\n"));
      }
    } catch {
      // Silence, a closed line or a server that went away: polling takes over.
    } finally {
      clearTimeout(timer);
      this.abort.abort();
    }
  }

  digest(text) {
    const events = text.split("\n\n");
    const rest = events.pop();
    for (const event of events) {
      let name = "message";
      const data = [];
      for (const line of event.split("\n")) {
        if (line.startsWith("event:")) name = line.slice(6).trim();
        else if (line.startsWith("data:")) data.push(line.slice(5).replace(/^ /, ""));
      }
      if (data.length && name === this.name) this.take(data.join("\n"));
    }
    return rest;
  }

  async poll() {
    const given = new AbortController();
    const timer = setTimeout(() => given.abort(), FIRST_BYTE);
    try {
      const headers = { ...this.headers };
      if (this.tag) headers["If-None-Match"] = this.tag;
      const answer = await fetch(this.snapshot, { headers, cache: "no-store", signal: given.signal });
      if (answer.status === 200) {
        this.tag = answer.headers.get("ETag");
        const text = await answer.text();
        this.alive("polling");
        this.take(text);
      } else if (answer.status === 304) {
        this.alive("polling");
      } else {
        this.fail();
      }
    } catch {
      this.fail();
    } finally {
      clearTimeout(timer);
    }
  }

  fail() {
    this.failures += 1;
    this.move("lost");
  }
}

/** Some milliseconds of rest. */
export function pause(milliseconds) {
  return new Promise((done) => setTimeout(done, milliseconds));
}
