// Bundles the extension into one file: node esbuild.mjs [--out FILE]
import { build } from 'esbuild';
import { fileURLToPath } from 'node:url';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

/** Bundles to `outfile`; resolves to the npm packages that went in. */
export async function bundle(outfile = here('dist/extension.js')) {
  const { metafile } = await build({
    entryPoints: [here('src/extension.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    // The oldest editor that the manifest admits, 1.91, runs Node 20.
    target: 'node20',
    external: ['vscode'],
    minify: true,
    legalComments: 'none',
    metafile: true,
    absWorkingDir: here('.'),
  });
  const packages = Object.keys(metafile.inputs).map((input) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1]);
  return [...new Set(packages.filter(Boolean))].sort();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log((await bundle()).join('\n'));
