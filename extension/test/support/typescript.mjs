// Imports a module of src/ that needs no editor, or no more of it than `editor` has: the source of what stands in for `vscode`.
import { build } from 'esbuild';
import { fileURLToPath } from 'node:url';

export async function importSource(name, editor) {
  const standIn = {
    name: 'editor',
    setup: ({ onResolve, onLoad }) => {
      onResolve({ filter: /^vscode$/ }, ({ path }) => ({ path, namespace: 'editor' }));
      onLoad({ filter: /.*/, namespace: 'editor' }, () => ({ contents: editor }));
    },
  };
  const { outputFiles: [{ text }] } = await build({
    entryPoints: [fileURLToPath(new URL(`../../src/${name}.ts`, import.meta.url))],
    bundle: true, platform: 'node', format: 'esm', target: 'node20', write: false,
    ...(editor === undefined ? { external: ['vscode'] } : { plugins: [standIn] }),
  });
  return import(`data:text/javascript;base64,${Buffer.from(text).toString('base64')}`);
}
