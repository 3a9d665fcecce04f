// Plays an ink story at random with inkjs, as often as it can in the seconds that are asked for.
//
//     node inkjs.js compile story.ink story.json
//     node inkjs.js play story.json       prints "ready", then for every line "N" read the choices made in a
//                                         second over N s: of the clock, and of processor time; and the
//                                         megabytes that the process holds
'use strict';
const fs = require('fs');
const { Compiler } = require('inkjs/full');
const { Story } = require('inkjs');

function rate(story, seconds) {
  let made = 0;
  const worked = process.cpuUsage();
  const begun = performance.now();
  const until = begun + 1000 * seconds;
  while (performance.now() < until) {
    story.ResetState();
    for (;;) {
      while (story.canContinue) story.Continue();
      const count = story.currentChoices.length;
      if (!count) break;
      story.ChooseChoiceIndex(Math.floor(Math.random() * count));
      made++;
    }
  }
  const seen = (performance.now() - begun) / 1e3;
  const { user, system } = process.cpuUsage(worked);
  return `${made / seen} ${made / ((user + system) / 1e6)} ${process.memoryUsage().rss / 2 ** 20}`;
}

const [verb, from, to] = process.argv.slice(2);
if (verb === 'compile') {
  fs.writeFileSync(to, new Compiler(fs.readFileSync(from, 'utf8')).Compile().ToJson());
} else {
  const story = new Story(fs.readFileSync(from, 'utf8').replace(/^﻿/, ''));
  rate(story, 1.0);
  console.log('ready');
  require('readline')
    .createInterface({ input: process.stdin })
    .on('line', (line) => console.log(rate(story, Number(line))));
}
