// A reward model as a hub holds it: small, in shards, with a head of one layer in a shard of its own.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sharedFolder } from '../../../scripts/lib/repository.mjs';

/** Where the models lie that it is made of. */
export const fixtures = join(sharedFolder(), 'fixtures', 'prm');

/** Writes it to a folder of its own. */
export function checkpoint() {
  const folder = mkdtempSync(join(tmpdir(), 'reasoning-hub-'));
  cpSync(join(fixtures, 'checkpoints', 'qwen2.5-math-prm-tiny'), folder, { recursive: true });
  const index = JSON.parse(readFileSync(join(folder, 'model.safetensors.index.json'), 'utf8'));
  for (const name of ['score.weight', 'score.bias']) index.weight_map[name] = 'model-00003-of-00003.safetensors';
  rmSync(join(folder, 'model.safetensors.index.json'), { force: true });
  writeFileSync(join(folder, 'model.safetensors.index.json'), JSON.stringify(index));
  cpSync(join(fixtures, 'heads', 'trl-token-classification.safetensors'), join(folder, 'model-00003-of-00003.safetensors'));
  return folder;
}
