// Bundles the extension into one file: node esbuild.mjs [--out FILE]
import { build } from 'esbuild';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

/** Bundles to `outfile`; resolves to the npm packages that went in. */
export async function bundle(outfile = here('dist/extension.js')) {
  const common = { bundle: true, minify: true, legalComments: 'none', metafile: true, absWorkingDir: here('.') };
  const { metafile } = await build({
    ...common,
    entryPoints: [here('src/extension.ts')],
    outfile,
    platform: 'node',
    format: 'cjs',
    // The oldest editor that the manifest admits, 1.91, runs Node 20.
    target: 'node20',
    external: ['vscode'],
  });
  // What runs in the desk's page, in the browser of that editor.
  const page = await build({
    ...common, entryPoints: [here('src/desk/view.ts')], outfile: join(dirname(outfile), 'desk.js'), platform: 'browser', format: 'iife', target: 'chrome122',
  });
  const packages = [metafile, page.metafile].flatMap(({ inputs }) => Object.keys(inputs)).map((input) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1]);
  return [...new Set(packages.filter(Boolean))].sort();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log((await bundle()).join('\n'));
