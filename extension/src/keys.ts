// Keys of models that servers compute: kept by the editor, handed to the server's environment, and never to anything else.

/** Where the names of the variables are kept; the keys themselves lie under `keyPrefix` and a name. */
const namesKey = 'reasoningReview.keyVariables';
const keyPrefix = 'reasoningReview.key.';
/** Whether the store held no key when it was asked last. */
const keylessKey = 'reasoningReview.keyless';

/** What of the editor's secret store is needed. */
export interface Secrets {
  get(key: string): PromiseLike<string | undefined>;
  store(key: string, value: string): PromiseLike<void>;
  delete(key: string): PromiseLike<void>;
}

/** What the editor remembers between two windows. */
export interface Memory {
  get(key: string): unknown;
  update(key: string, value: unknown): PromiseLike<void>;
}

/** Why a name is none of an environment variable that may hold a key, or undefined. */
export function variableProblem(name: string): string | undefined {
  if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(name)) return 'Letters, digits and underscores: the name given to `models add --key-variable`.';
  // What starts programs is not set from a box for keys.
  return /^(PATH|HOME|LD_.*|DYLD_.*|DOTNET_.*|COMPlus_.*|CORECLR_.*|NODE_OPTIONS)$/i.test(name)
    ? 'This variable steers how programs run and cannot hold a key.'
    : undefined;
}

/** Keeps a key; an empty one is forgotten. */
export async function keepKey(secrets: Secrets, name: string, key: string, memory: Memory): Promise<void> {
  await memory.update(keylessKey, undefined);
  const others = (await variableNames(secrets)).filter((each) => each !== name);
  if (key === '') await secrets.delete(keyPrefix + name);
  else await secrets.store(keyPrefix + name, key);
  await secrets.store(namesKey, JSON.stringify(key === '' ? others : [...others, name].sort()));
}

/**
 * The variables that the server gets besides its own; none in a workspace that nobody trusts. The secret store answers late when a
 * window starts: where it had no key, and none was kept since, it is not asked again.
 */
export async function keyEnvironment(secrets: Secrets, trusted: boolean, memory: Memory): Promise<Record<string, string>> {
  const environment: Record<string, string> = {};
  if (!trusted || memory.get(keylessKey) === true) return environment;
  const names = await variableNames(secrets);
  if (names.length === 0) await memory.update(keylessKey, true);
  for (const name of names) {
    const key = await secrets.get(keyPrefix + name);
    if (key !== undefined && variableProblem(name) === undefined) environment[name] = key;
  }
  return environment;
}

async function variableNames(secrets: Secrets): Promise<string[]> {
  try {
    const names: unknown = JSON.parse(await secrets.get(namesKey) ?? '[]');
    return Array.isArray(names) ? names.filter((name): name is string => typeof name === 'string') : [];
  } catch {
    return [];
  }
}
