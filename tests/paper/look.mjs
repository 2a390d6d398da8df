// Opens each page of a folder in a real browser, in every way a person may meet it, and prints what is wrong: one line
// a finding, "page: what". One browser for all pages.
//
// node look.mjs TOOLS BROWSER FOLDER

import fs from 'node:fs';
import path from 'node:path';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const [tools, executablePath, folder] = process.argv.slice(2);
const require = createRequire(path.join(tools, 'package.json'));
const puppeteer = require('puppeteer-core');
const axe = fs.readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

const WIDE = { width: 1280, height: 900 };
const NARROW = { width: 320, height: 640 };
// Colours alone differ in the dark and on paper; everything else is looked at once for each width.
const WAYS = [
  { name: 'wide', size: WIDE, media: 'screen', scheme: 'light', everything: true },
  { name: '320 px', size: NARROW, media: 'screen', scheme: 'light', everything: true },
  { name: 'dark', size: NARROW, media: 'screen', scheme: 'dark', everything: false },
  { name: 'printed', size: WIDE, media: 'print', scheme: 'dark', everything: false },
];

// What a page must not hold, whatever a family typed.
function held() {
  const found = [];
  const all = [...document.querySelectorAll('*')];
  const active = 'script, iframe, object, embed, img, link, base, form, input, button, video, audio';
  for (const element of document.querySelectorAll(active)) found.push(`a ${element.localName} element`);
  for (const element of all) {
    for (const { name, value } of element.attributes) {
      if (name.startsWith('on')) found.push(`the attribute ${name}`);
      if (['href', 'src', 'action', 'xlink:href'].includes(name) && !/^(tel:|sms:|mailto:|https:|#)/.test(value)) {
        found.push(`a link to ${value.split(':')[0]}`);
      }
    }
  }
  if (document.title.trim() === '') found.push('no title');
  return found;
}

// What stands out of a narrow window.
function sticking() {
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= width) return [];
  const out = [...document.body.querySelectorAll('*')].filter((e) => e.getBoundingClientRect().right > width + 0.5);
  return [`scrolls sideways: ${[...new Set(out.map((e) => `${e.localName}.${e.className}`))].slice(0, 3).join(', ')}`];
}

async function look(browser, name, say) {
  const page = await browser.newPage();
  const asked = [];
  // The font is within the page: nothing is fetched for it.
  page.on('request', (request) => request.url().startsWith('data:font/') || asked.push(request.url()));
  page.on('dialog', (dialog) => { say('opens a dialog'); dialog.dismiss(); });
  page.on('pageerror', (error) => say(`runs a script: ${error.message}`));
  // Its own rules for the browser are a second wall; the first must hold without them.
  await page.setBypassCSP(true);
  await page.goto(pathToFileURL(path.join(folder, name)).href);
  for (const finding of await page.evaluate(held)) say(`holds ${finding}`);
  await page.evaluate(axe);
  const devtools = await page.createCDPSession();
  for (const way of WAYS) {
    await page.setViewport(way.size);
    // Both at once: puppeteer's own two calls undo each other.
    const features = [{ name: 'prefers-color-scheme', value: way.scheme }];
    await devtools.send('Emulation.setEmulatedMedia', { media: way.media, features });
    const met = `${way.media} and (prefers-color-scheme: ${way.scheme})`;
    if (!(await page.evaluate((met) => matchMedia(met).matches, met))) say(`cannot be looked at ${way.name}`);
    const told = way.everything
      ? { rules: { 'target-size': { enabled: true } } }
      : { runOnly: { type: 'tag', values: ['cat.color'] } };
    const { violations } = await page.evaluate((told) => axe.run(document, { ...told, resultTypes: ['violations'] }), told);
    for (const { id, nodes } of violations) say(`${way.name}: ${id}, ${nodes.length} times, first ${nodes[0].html.slice(0, 200)}`);
    for (const finding of await page.evaluate(sticking)) say(`${way.name}: ${finding}`);
  }
  if (asked.length !== 1) say(`asks for ${asked.length - 1} more files`);
  await page.close();
}

const root = process.getuid?.() === 0;
const browser = await puppeteer.launch({ executablePath, args: root ? ['--no-sandbox'] : [], protocolTimeout: 60_000 });
try {
  for (const name of fs.readdirSync(folder).filter((name) => name.endsWith('.html')).sort()) {
    const found = new Set();
    await look(browser, name, (finding) => found.add(finding));
    for (const finding of found) console.log(`${name.replace(/\.html$/, '')}: ${finding.replace(/\s+/g, ' ')}`);
  }
} finally {
  await browser.close();
}
