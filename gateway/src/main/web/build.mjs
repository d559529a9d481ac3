// Compiles the two style sheets and copies the images and fonts that they name, and nothing else.
// Writes ../../../target/classes/web-assets: the files, a .gz beside each that becomes smaller by it,
// and `index`, whose first line is the version (a hash of all content) and whose others are the names.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import * as sass from 'sass';

const here = dirname(fileURLToPath(import.meta.url));
const designSystem = join(here, 'node_modules/dkfds');
const out = join(here, '../../../target/classes/web-assets');
const budget = { 'survey.css': 18_000, 'console.css': 32_000 }; // bytes, gzip, without fonts and images

/** Where the design system keeps what a sheet calls fonts/x or img/x. */
function source(url) {
  return url.startsWith('fonts/')
    ? join(designSystem, 'dist/fonts/IBMPlexSans/split/woff2', url.slice('fonts/'.length))
    : join(designSystem, 'dist', url);
}

const files = new Map();
for (const name of readdirSync(join(here, 'static'))) {
  files.set(name, readFileSync(join(here, 'static', name)));
}
for (const sheet of Object.keys(budget)) {
  const compiled = sass.compile(join(here, 'scss', sheet.replace('.css', '.scss')), {
    style: 'compressed',
    loadPaths: [join(here, 'scss'), join(designSystem, 'src/stylesheets')],
    quietDeps: true,
  });
  // We show no logo: the design system's placeholders stay out.
  const css = compiled.css.replace(/[^{}]*\.logo\{[^{}]*\}/g, '');
  files.set(sheet, Buffer.from(css));
  for (const [, url] of css.matchAll(/url\(["']?([^"')]+)["']?\)/g)) {
    if (url.startsWith('data:')) continue;
    if (!existsSync(source(url))) throw new Error(`${sheet} names ${url}, which the design system does not ship`);
    files.set(url, readFileSync(source(url)));
  }
}

// The font's licence asks to travel with it.
files.set('fonts/license.txt', readFileSync(source('fonts/license.txt')));

rmSync(out, { recursive: true, force: true });
const version = createHash('sha256');
const names = [...files.keys()].sort();
for (const name of names) {
  const content = files.get(name);
  version.update(name).update(content);
  const target = join(out, name);
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, content);
  const packed = gzipSync(content, { level: 9 });
  if (packed.length < content.length * 0.9) writeFileSync(`${target}.gz`, packed);
  if (packed.length > (budget[name] ?? Infinity)) {
    throw new Error(`${name} is ${packed.length} bytes packed; its budget is ${budget[name]}`);
  }
  if (name.endsWith('.css')) console.log(`${name}: ${content.length} bytes, ${packed.length} packed`);
}
writeFileSync(join(out, 'index'), [version.digest('hex').slice(0, 16), ...names, ''].join('\n'));
