// What a person can choose from, in words: what is ready, what fits this machine, the best first, and the other ways.
import { plural } from './words';

/** A model that a setting can name. */
export interface ReadyModel {
  readonly name: string;
  readonly description: string;
}

/** A published reward model; sizes are gigabytes. */
export interface PublishedModel {
  readonly name: string;
  readonly f1?: number;
  readonly rule?: string;
  readonly download: number;
  readonly memory: number;
  readonly licence: string;
  readonly fits: boolean;
  /** What has arrived of a download that was stopped. */
  readonly begun?: number;
  readonly notes: readonly string[];
}

/** What the server says of this machine and of the models that it could get. */
export interface Offers {
  readonly memory: number;
  readonly devices: readonly string[];
  readonly gpu?: { readonly name: string; readonly memory: number };
  /** A build of the engine that would use a GPU of this machine and is not installed. */
  readonly backend?: { readonly name: string; readonly megabytes: number; readonly needs: string };
  readonly folder: string;
  readonly models: readonly PublishedModel[];
  readonly installed: readonly string[];
  readonly profiles: readonly { readonly name: string; readonly title: string }[];
}

/** A row to choose; what stands between rows has no `way`. */
export interface Choice {
  readonly label: string;
  readonly description?: string;
  readonly detail?: string;
  readonly way?: 'off' | 'ready' | 'get' | 'tooLarge' | 'server' | 'file' | 'folder' | 'manage';
  readonly name?: string;
  /** Where it is a line between rows: the editor's own number for one. */
  readonly kind?: number;
}

const separator = -1;
const line = (label: string): Choice => ({ label, kind: separator });
const gigabytes = (size: number) => `${size >= 100 ? Math.round(size) : size.toFixed(1)} GB`;

/** Such as "6.2 GB of memory free, GPU CUDA0: NVIDIA H200 with 141 GB". */
export function machine({ memory, gpu, backend }: Offers): string {
  const device = gpu !== undefined ? `GPU ${gpu.name} with ${gigabytes(gpu.memory)}`
    : backend !== undefined ? 'an NVIDIA GPU that the engine does not use yet' : 'no GPU that the engine finds';
  return `${gigabytes(memory)} of memory free, ${device}`;
}

function published(model: PublishedModel): Choice {
  const figure = model.f1 === undefined ? 'no published figure' : `F1 ${model.f1.toFixed(1)}`;
  const begun = model.begun === undefined ? '' : ` · ${gigabytes(model.begun)} are here already`;
  return {
    label: `$(${model.fits ? 'cloud-download' : 'circle-slash'}) ${model.name}`,
    description: `${figure} · about ${gigabytes(model.download)} to get · ${model.licence}${begun}`,
    detail: [`${gigabytes(model.memory)} of memory`, ...model.notes,
      ...(model.rule === undefined ? [] : [`published F1 (ProcessBench): ${model.rule}`])].join('; '),
    way: model.fits ? 'get' : 'tooLarge',
    name: model.name,
  };
}

/** The rows of *Choose the Model*: a reward model may be got, an instruct model is served or lies in a file. */
export function choices(ready: readonly ReadyModel[], offers: Offers | null, mayGet: boolean): readonly Choice[] {
  const models = mayGet ? offers?.models ?? [] : [];
  const [fitting, larger] = [models.filter(({ fits }) => fits), models.filter(({ fits }) => !fits)];
  return [
    { label: 'off', description: 'Exact checks alone', way: 'off', name: 'off' },
    ...(ready.length > 0 ? [line('Ready')] : []),
    ...ready.map(({ name, description }) => ({ label: name, description, way: 'ready', name }) as const),
    ...(fitting.length > 0 ? [line('Fits this machine')] : []),
    ...fitting.map(published),
    line('Other ways'),
    { label: '$(server) A Server That Computes It…', description: 'vLLM, llama-server, or one like OpenAI\'s', way: 'server' },
    { label: '$(file) A Model File…', description: 'a GGUF file on this machine', way: 'file' },
    { label: '$(folder) A Checkpoint…', description: 'a folder as published: config.json and safetensors files', way: 'folder' },
    { label: '$(settings-gear) Models and Engine of This Machine…', description: 'show, check, remove; builds for GPUs', way: 'manage' },
    ...(larger.length > 0 ? [line('Too large for this machine')] : []),
    ...larger.map(published),
  ];
}

/** What `models check` found to fit a file: the profile, and what else it needs. */
export function fitting(output: string): readonly { readonly profile: string; readonly needs: 'nothing' | 'head' | 'reference' }[] {
  return [...output.matchAll(/^ {2}fits {5}(\S+?)(?:, (.+))?$/gm)].filter(([, profile]) => profile !== 'no').map(([, profile, needs]) => ({
    profile: profile!,
    needs: needs === undefined ? 'nothing' : needs.includes('head') ? 'head' : 'reference',
  }));
}

/** A name for a file or folder: what it is called, in small letters. */
export const nameOf = (path: string) => (path.split(/[\\/]/).filter((part) => part !== '').at(-1) ?? 'model')
  .replace(/\.(gguf|safetensors)$/i, '').toLowerCase().replace(/[^a-z0-9.-]+/g, '-');

/** The first thing that a new model says, of the file at hand. */
export const firstResult = (model: string, { scored, doubted = 0 }: { readonly scored: number; readonly doubted?: number }) =>
  `${plural(scored, 'step')} scored, ${doubted === 0 ? 'none' : doubted} doubted, by ${model}.`;
