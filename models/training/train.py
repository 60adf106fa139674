"""Trains the small reward model and writes it as a LoRA adapter plus head (and whole, to go on from). Needs torch, transformers, tokenizers, safetensors, numpy.

  python3 train.py --minutes 20 --out OUT [--base ../SmolLM2-135M-Instruct.Q4_1.gguf] [--data DATA]

Contract of the model (TRL's PRMTrainer): ids = [BOS 1] + problem + "\\n\\n" + for each step: step + "\\n\\n", pieces tokenised apart;
a Linear(hidden, 2) reads the last id of each step; P(right) = softmax, class 1. Labels: right up to the first wrong step, which is the last one used.
Trained on GSM8K's training problems with planted errors and on labelled traces; never on ProcessBench, which only measures."""
import argparse, bisect, json, math, os, random, time
import numpy as np, torch, torch.nn as nn
from safetensors.numpy import save_file
from tokenizers import Tokenizer
from transformers import LlamaConfig, LlamaModel
import adapter, gguf_io, plant

here = os.path.dirname(os.path.abspath(__file__))
a = argparse.ArgumentParser()
a.add_argument('--minutes', type=float, default=20); a.add_argument('--out', required=True)
a.add_argument('--base', default=here + '/../SmolLM2-135M-Instruct.Q4_1.gguf'); a.add_argument('--head'); a.add_argument('--data', default=os.environ.get('REASONING_SHARED', here + '/../../../shared') + '/data')
a.add_argument('--lr', type=float, default=1e-4); a.add_argument('--tokens', type=int, default=0, help='tokens a batch'); a.add_argument('--freeze', type=int, default=-1)
a.add_argument('--seed', type=int, default=1); a.add_argument('--rank', type=int, default=32, help='of the adapter'); a.add_argument('--real', type=float, default=.4, help='share of real labelled traces')
o = a.parse_args()
gpu = torch.cuda.is_available(); dev = 'cuda' if gpu else 'cpu'; per_batch = o.tokens or (32768 if gpu else 4096); freeze = o.freeze if o.freeze >= 0 else (0 if gpu else 10)
rng = random.Random(o.seed); torch.manual_seed(o.seed); os.makedirs(o.out, exist_ok=True)

# ---- model: GGUF -> torch (llama.cpp stores q and k with their halves interleaved)
meta, T = gguf_io.read(o.base)
LAYERS, H, HEADS, KV, FF, VOCAB = 30, 576, 9, 3, 1536, 49152
cfg = LlamaConfig(vocab_size=VOCAB, hidden_size=H, intermediate_size=FF, num_hidden_layers=LAYERS, num_attention_heads=HEADS, num_key_value_heads=KV, max_position_embeddings=8192, rms_norm_eps=1e-5, rope_theta=100000.0, rope_parameters={'rope_type': 'default', 'rope_theta': 100000.0}, tie_word_embeddings=True, use_cache=False)
model = LlamaModel(cfg)
NAMES = {'attn_norm': 'input_layernorm', 'ffn_norm': 'post_attention_layernorm', 'attn_q': 'self_attn.q_proj', 'attn_k': 'self_attn.k_proj', 'attn_v': 'self_attn.v_proj', 'attn_output': 'self_attn.o_proj', 'ffn_gate': 'mlp.gate_proj', 'ffn_up': 'mlp.up_proj', 'ffn_down': 'mlp.down_proj'}
def torch_name(n):
    if n == 'token_embd.weight': return 'embed_tokens.weight'
    if n == 'output_norm.weight': return 'norm.weight'
    _, i, part, _ = n.split('.'); return f'layers.{i}.{NAMES[part]}.weight'
def rope_order(x, heads, back=False):
    d = x.shape[0] // heads; s = (heads, d // 2, 2) if back else (heads, 2, d // 2)
    return x.reshape(*s, x.shape[1]).swapaxes(1, 2).reshape(x.shape)
heads_of = lambda n: HEADS if 'attn_q.' in n else KV if 'attn_k.' in n else 0
model.load_state_dict({torch_name(n): torch.from_numpy(np.ascontiguousarray(rope_order(x, heads_of(n), True) if heads_of(n) else x)) for n, x in T.items() if n != 'output.weight'})
head = nn.Linear(H, 2); nn.init.normal_(head.weight, std=.02); nn.init.zeros_(head.bias)
if o.head:
    from safetensors.numpy import load_file
    h = load_file(o.head); head.load_state_dict({'weight': torch.from_numpy(h['score.weight']), 'bias': torch.from_numpy(h['score.bias'])})
for p in model.embed_tokens.parameters(): p.requires_grad = False
for layer in model.layers[:freeze]:
    for p in layer.parameters(): p.requires_grad = False
model.to(dev); head.to(dev)

# ---- data
tk = Tokenizer.from_file(here + '/tokenizer.json'); enc = lambda s: tk.encode(s, add_special_tokens=False).ids; SEP = enc('\n\n')
def example(r, cut=True, longest=768):
    ids = [1] + enc(r['problem']) + SEP; pos = []
    for s in r['steps']: ids += enc(s) + SEP; pos.append(len(ids) - 1)
    if r['label'] is None: return (ids, pos[-1:], [0]) if len(ids) <= longest else None      # wrong answer, place unknown: only its last step is known to be wrong
    y = [1] * len(pos) if r['label'] < 0 else [1] * r['label'] + [0]
    if cut: pos = pos[:len(y)]; ids = ids[:pos[-1] + 1]
    return None if cut and len(ids) > longest else (ids, pos, y)
rows = lambda p: [json.loads(l) for l in open(f'{o.data}/{p}.jsonl', encoding='utf-8')]
key = lambda s: ''.join(c for c in s.lower() if c.isalnum())
BENCH = ('gsm8k', 'math', 'olympiadbench', 'omnimath'); ban = {key(r['problem']) for b in BENCH for r in rows('processbench/' + b)}
allowed = lambda p: [r for r in rows(p) if r['steps'] and key(r['problem']) not in ban]
labelled = [r for p in ('prm800k/validation2pct', 'prmbench/modified', 'prmbench/original', 'prmbench/multi_solutions', 'stepverify/student_incorrect', 'stepverify/student_correct', 'stepverify/reference', 'mrben/math') + 4 * ('mrgsm8k/wrong_solutions',) for r in allowed(p) if r['label'] is not None]
outcome = [r for p in ('strictprmbench/bon_gsm8k', 'strictprmbench/bon_gsm8k', 'strictprmbench/bon_math500', 'gsm8k/model_solutions') for r in allowed(p)]
right = [r for r in outcome if r['final_answer_correct']]; wrong = [r for r in outcome if r['final_answer_correct'] is False]
print({'labelled': len(labelled), 'right': len(right), 'wrong': len(wrong)}, flush=True)
def draw():
    x = rng.random()
    if x >= o.real: return example(next(planted))
    if x < o.real * .5: return example(rng.choice(labelled))
    if x < o.real * .85:
        r = rng.choice(right); bad = plant.plain(r['problem'], r['steps'], rng) if rng.random() < .45 else None
        return example({'problem': r['problem'], 'steps': bad[0] if bad else r['steps'], 'label': bad[1] if bad else -1})
    return example({**rng.choice(wrong), 'label': None})
planted = plant.traces(o.data + '/gsm8k/train.jsonl', rng)
def batches():
    while True:
        block = []
        while len(block) < 16 * per_batch // 256:
            e = draw()
            if e: block.append(e)
        block.sort(key=lambda e: len(e[0])); out, cur = [], []
        for e in block:
            if cur and (len(cur) + 1) * len(e[0]) > per_batch: out.append(cur); cur = []
            cur.append(e)
        out.append(cur); rng.shuffle(out); yield from out
def forward(batch):
    n = max(len(e[0]) for e in batch); x = torch.full((len(batch), n), 2); m = torch.zeros(len(batch), n, dtype=torch.long)
    for i, e in enumerate(batch): x[i, :len(e[0])] = torch.tensor(e[0]); m[i, :len(e[0])] = 1
    with torch.autocast(dev, dtype=torch.bfloat16): h = model(input_ids=x.to(dev), attention_mask=m.to(dev)).last_hidden_state
    at = torch.tensor([(i, p) for i, e in enumerate(batch) for p in e[1]], device=dev)
    return head(h[at[:, 0], at[:, 1]].float())
def f1(scored, t):
    hit = [[0, 0], [0, 0]]
    for label, s in scored:
        k = hit[label < 0]; k[1] += 1; k[0] += next((i for i, v in enumerate(s) if v < t), -1) == label
    e, c = (k[0] / max(1, k[1]) for k in hit); return (2 * e * c / (e + c) if e + c else 0, e, c)
@torch.no_grad()
def measure(name, limit=None):
    model.eval(); scored = []
    for r in random.Random(0).sample(rows('processbench/' + name), limit or len(rows('processbench/' + name))):
        e = example(r, cut=False); scored.append((r['label'], torch.softmax(forward([e]), -1)[:, 1].tolist() if len(e[0]) <= 4096 else [1.0] * len(e[1])))
    model.train(); t = max((i / 50 for i in range(2, 49)), key=lambda t: f1(scored, t)[0]); f, e, c = f1(scored, t)
    wrong = [s[l] for l, s in scored if l >= 0]; right = sorted(v for l, s in scored for v in (s if l < 0 else s[:l]))
    auc = sum((len(right) - bisect.bisect_right(right, v)) / len(right) for v in wrong) / len(wrong)
    return dict(set=name, f1=round(100 * f, 1), threshold=t, first_error=round(100 * e, 1), all_right=round(100 * c, 1), auc=round(auc, 3))

# ---- training, on a budget of time
params = [p for p in model.parameters() if p.requires_grad]
opt = torch.optim.AdamW([{'params': params, 'lr': o.lr, 'top': o.lr}, {'params': head.parameters(), 'lr': 1e-3, 'top': 1e-3}], betas=(.9, .98), weight_decay=.01)
start = shown = measured = time.time(); step = tokens = 0; mean = None; model.train()
for b in batches():
    done = (time.time() - start) / 60 / o.minutes
    if done >= 1: break
    for g in opt.param_groups: g['lr'] = g['top'] * min(1, (step + 1) / 60) * (.02 + .49 * (1 + math.cos(math.pi * done)))
    y = torch.tensor([v for e in b for v in e[2]], device=dev)
    loss = (nn.functional.cross_entropy(forward(b), y, reduction='none') * torch.where(y == 0, 1.6, 1.0)).mean(); loss.backward()
    nn.utils.clip_grad_norm_(params + list(head.parameters()), 1.0); opt.step(); opt.zero_grad()
    step += 1; tokens += sum(len(e[0]) for e in b); mean = loss.item() if mean is None else .98 * mean + .02 * loss.item()
    if time.time() - shown > 30: shown = time.time(); print(f'{step} steps, {tokens/1e6:.2f} M tokens, {tokens/(shown-start):.0f}/s, loss {mean:.3f}', flush=True)
    if time.time() - measured > o.minutes * 60 / (5 if gpu else 2): print(measure('gsm8k'), flush=True); measured = time.time()

figures = [measure('gsm8k'), measure('math', None if gpu else 120)] + ([measure('olympiadbench'), measure('omnimath')] if gpu else []); print(*figures, sep='\n', flush=True)
state = {k: v.float().cpu().numpy() for k, v in model.state_dict().items()}
out = {n: (lambda x: rope_order(x, heads_of(n)) if heads_of(n) else x)(state[torch_name(n)]) for n in T if n != 'output.weight'}
gguf_io.write(f'{o.out}/tuned.f16.gguf', meta, out, gguf_io.F16, {'general.file_type': gguf_io.uint32(1)})
weights = {'score.weight': head.weight.detach().float().cpu().numpy(), 'score.bias': head.bias.detach().float().cpu().numpy()}
save_file(weights, f'{o.out}/tuned.head.safetensors')
adapter.write(f'{o.out}/reasoning-prm-135m', gguf_io.read(here + '/../SmolLM2-135M-Instruct.Q4_1.gguf')[1], {n: x.astype(np.float16).astype(np.float32) for n, x in out.items()}, weights, o.rank)
json.dump(dict(tokens=tokens, steps=step, figures=figures), open(f'{o.out}/figures.json', 'w'), indent=1)
