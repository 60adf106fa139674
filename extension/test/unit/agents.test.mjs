// How agents and verdicts are told: what needs no editor.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { inRoot } from '../../../scripts/lib/repository.mjs';
import { importSource } from '../support/typescript.mjs';

const { mcpArguments } = await importSource('mcpArguments');
const { evidenceOf } = await importSource('words');

test('the MCP server judges with the model that is set, and with none in a workspace that nobody trusts', () => {
  assert.deepEqual(mcpArguments('builtin', true), ['mcp', '--model', 'builtin']);
  assert.deepEqual(mcpArguments('builtin', false), ['mcp']);
  assert.deepEqual(mcpArguments('off', true), ['mcp']);
  assert.deepEqual(mcpArguments('', true), ['mcp']);
});

test('a verdict is shown with its evidence, who answered, how sure, and what to mind', () => {
  assert.equal(evidenceOf({ evidence: '', by: 'nobody: no judge was named' }), '— nobody: no judge was named');
  assert.equal(
    evidenceOf({ evidence: 'the judge\'s opinion', by: 'judge small', pYes: 0.4, caution: 'it fell for a probe' }),
    'the judge\'s opinion\n— judge small, 40 % for yes; it fell for a probe');
});

test('the tools that the manifest declares are those that the code registers', () => {
  const { languageModelTools: [tool], mcpServerDefinitionProviders: [provider] } = JSON.parse(readFileSync(inRoot('extension', 'package.json'), 'utf8')).contributes;
  const source = readFileSync(inRoot('extension', 'src', 'agents.ts'), 'utf8');
  for (const name of [tool.name, provider.id]) assert.ok(source.includes(`'${name}'`), name);
});
