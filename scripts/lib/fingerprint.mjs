// What a build was made from, as one hash: of contents, not times, so that a checkout, a copy or a touch costs no build.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { root } from './repository.mjs';

// Of docs only what the program carries, so that a picture costs no build.
const sources = ['src', 'docs/rules', 'Directory.Build.props', 'Directory.Packages.props', 'global.json', '.editorconfig', 'package-lock.json'];
const builtFolders = new Set(['bin', 'obj', 'node_modules']);

function* filesUnder(path) {
  if (!existsSync(path)) return;
  if (!statSync(path).isDirectory()) {
    yield path;
    return;
  }
  for (const name of readdirSync(path).sort())
    if (!builtFolders.has(name)) yield* filesUnder(join(path, name));
}

/** The fingerprint of everything the program is built from, and of what it is built for. */
export function fingerprint(folder = root, target = '') {
  const hash = createHash('sha256').update(target);
  for (const source of sources)
    for (const file of filesUnder(join(folder, source))) {
      const content = readFileSync(file);
      hash.update(`\0${relative(folder, file).replaceAll('\\', '/')}\0${content.length}\0`).update(content);
    }
  return hash.digest('hex');
}
