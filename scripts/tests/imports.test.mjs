// Commands that no test runs (measuring takes minutes) still import what exists.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { inRoot } from '../lib/repository.mjs';

for (const folder of ['scripts', 'scripts/lib']) {
  for (const name of readdirSync(inRoot(folder)).filter((each) => each.endsWith('.mjs'))) {
    test(`${folder}/${name} imports what its modules export`, async () => {
      const text = readFileSync(inRoot(folder, name), 'utf8');
      for (const [, names, from] of text.matchAll(/^import \{([^}]+)\} from '(\.[^']+)';$/gm)) {
        const module = await import(pathToFileURL(join(inRoot(folder), from)));
        for (const imported of names.split(',').map((each) => each.trim().split(' as ')[0]).filter(Boolean))
          assert.ok(imported in module, `${from} exports no ${imported}`);
      }
    });
  }
}
