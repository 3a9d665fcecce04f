// Compiles ink stories with inkjs and prints what its compiler says of each.
//
//     node ink_check.js stories.json       a list of sources in, a list of lists of messages out
'use strict';
const fs = require('fs');
const { Compiler, CompilerOptions } = require('inkjs/full');

function said(source) {
  const messages = [];
  const note = (message) => messages.push(String(message));
  try {
    const options = new CompilerOptions(null, [], false, note, null);
    new Compiler(source, options).Compile();
  } catch (fault) {
    if (!messages.length) note(fault.message);
  }
  return messages;
}

const stories = JSON.parse(fs.readFileSync(process.argv[2], 'utf8'));
// What an editor saved is read as Node reads it: bytes that are not UTF-8 become signs of their own.
console.log(JSON.stringify(stories.map((data) => said(Buffer.from(data, 'base64').toString('utf8')))));
