// Keys of models that servers compute: kept by the editor, handed to the server's environment, and never to anything else.

/** Where the names of the variables are kept; the keys themselves lie under `keyPrefix` and a name. */
const namesKey = 'reasoningReview.keyVariables';
const keyPrefix = 'reasoningReview.key.';

/** What of the editor's secret store is needed. */
export interface Secrets {
  get(key: string): PromiseLike<string | undefined>;
  store(key: string, value: string): PromiseLike<void>;
  delete(key: string): PromiseLike<void>;
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
export async function keepKey(secrets: Secrets, name: string, key: string): Promise<void> {
  const others = (await variableNames(secrets)).filter((each) => each !== name);
  if (key === '') await secrets.delete(keyPrefix + name);
  else await secrets.store(keyPrefix + name, key);
  await secrets.store(namesKey, JSON.stringify(key === '' ? others : [...others, name].sort()));
}

/** The variables that the server gets besides its own; none in a workspace that nobody trusts. */
export async function keyEnvironment(secrets: Secrets, trusted: boolean): Promise<Record<string, string>> {
  const environment: Record<string, string> = {};
  if (!trusted) return environment;
  for (const name of await variableNames(secrets)) {
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
