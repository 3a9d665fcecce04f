// Plays an ink story at random with inkjs, as often as it can in the seconds that are asked for.
//
//     node inkjs.js compile story.ink story.json
//     node inkjs.js play story.json       prints "ready", then for every line "N" read: choices a second over N s
'use strict';
const fs = require('fs');
const { Compiler } = require('inkjs/full');
const { Story } = require('inkjs');

function rate(story, seconds) {
  let made = 0;
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
  return (1000 * made) / (performance.now() - begun);
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
