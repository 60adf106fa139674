/* The loop in C that the engine is measured against: the same libraries, model, batches and settings, nothing around them.
   Only what it calls of llama.cpp's C API is declared, as either known build lays it out.
   loop NATIVES MODEL THREADS CELLS MODULES (1 for npm's build, 0 for LLamaSharp's) FUSED (1 where attention may be fused); then a line "N" on
   standard input decodes N tokens and answers with the nanoseconds; a line "N S T" decodes N tokens and goes on with S sequences of T tokens
   each, the likeliest every time, in batches of S, and answers with the nanoseconds of all and of the prompt with its first token. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

struct model_params { char bytes[80]; } __attribute__((aligned(8)));
struct context_params { char bytes[160]; } __attribute__((aligned(8)));
struct batch { int32_t n_tokens; int32_t *token; float *embd; int32_t *pos; int32_t *n_seq_id; int32_t **seq_id; int8_t *logits; };

void ggml_backend_load_all_from_path(const char *folder);
void llama_log_set(void (*log)(int, const char *, void *), void *data);
void llama_backend_init(void);
struct model_params llama_model_default_params(void);
struct context_params llama_context_default_params(void);
void *llama_model_load_from_file(const char *path, struct model_params parameters);
void *llama_init_from_model(void *model, struct context_params parameters);
const void *llama_model_get_vocab(const void *model);
int32_t llama_vocab_n_tokens(const void *vocabulary);
void *llama_get_memory(void *context);
void llama_memory_clear(void *memory, _Bool data);
void llama_memory_seq_cp(void *memory, int32_t from, int32_t to, int32_t start, int32_t end);
struct batch llama_batch_init(int32_t tokens, int32_t embd, int32_t sequences);
int32_t llama_decode(void *context, struct batch batch);
float *llama_get_logits_ith(void *context, int32_t index);

enum { BATCH = 512 };

static void quiet(int level, const char *text, void *data) { (void)level; (void)text; (void)data; }

static void set(struct context_params *parameters, int offset, int32_t value) { memcpy(parameters->bytes + offset, &value, sizeof value); }

static int32_t likeliest(const float *row, int32_t size) {
  int32_t best = 0;
  for (int32_t i = 1; i < size; i++)
    if (row[i] > row[best]) best = i;
  return best;
}

static int64_t now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return time.tv_sec * 1000000000LL + time.tv_nsec;
}

int main(int argc, char **argv) {
  if (argc != 7) return 2;
  int modules = atoi(argv[5]);
  int shift = modules ? 4 : 0; /* n_outputs_max_per_seq stands before what follows */
  llama_log_set(quiet, NULL);
  if (modules) ggml_backend_load_all_from_path(argv[1]);
  llama_backend_init();
  void *model = llama_model_load_from_file(argv[2], llama_model_default_params());
  if (model == NULL) return 3;
  struct context_params parameters = llama_context_default_params();
  set(&parameters, 0, atoi(argv[4]));  /* n_ctx */
  set(&parameters, 4, BATCH);          /* n_batch */
  set(&parameters, 8, BATCH);          /* n_ubatch */
  set(&parameters, 12, 64);            /* n_seq_max */
  set(&parameters, 20, 64);            /* n_outputs_max */
  set(&parameters, 24 + shift, atoi(argv[3])); /* n_threads */
  set(&parameters, 28 + shift, atoi(argv[3])); /* n_threads_batch */
  set(&parameters, 40 + shift, 0);     /* pooling_type: none */
  set(&parameters, 48 + shift, atoi(argv[6]) ? -1 : 0); /* flash_attn_type: as it likes, or disabled */
  parameters.bytes[133] = 1;           /* kv_unified */
  void *context = llama_init_from_model(model, parameters);
  if (context == NULL) return 4;
  int32_t vocabulary = llama_vocab_n_tokens(llama_model_get_vocab(model));
  struct batch batch = llama_batch_init(BATCH, 0, 1);
  srand(7);
  char line[32];
  volatile float sink = 0;
  while (fgets(line, sizeof line, stdin) != NULL) {
    int count = 0, sequences = 0, length = 0;
    sscanf(line, "%d %d %d", &count, &sequences, &length);
    int64_t start = now();
    llama_memory_clear(llama_get_memory(context), 0);
    for (int at = 0; at < count; at += batch.n_tokens) {
      batch.n_tokens = 0;
      for (int i = at; i < count && batch.n_tokens < BATCH; i++) {
        int slot = batch.n_tokens++;
        batch.token[slot] = 300 + rand() % (vocabulary - 300);
        batch.pos[slot] = i;
        batch.n_seq_id[slot] = 1;
        batch.seq_id[slot][0] = 0;
        batch.logits[slot] = i == count - 1;
      }
      if (llama_decode(context, batch) != 0) return 5;
    }
    const float *row = llama_get_logits_ith(context, -1);
    if (sequences == 0) {
      for (int i = 0; i < vocabulary; i++) sink += row[i];
      printf("%lld\n", (long long)(now() - start));
      fflush(stdout);
      continue;
    }
    int32_t next[64];
    for (int s = 0; s < sequences; s++) {
      next[s] = likeliest(row, vocabulary);
      if (s > 0) llama_memory_seq_cp(llama_get_memory(context), 0, s, -1, -1);
    }
    int64_t first = now() - start;
    for (int t = 1; t < length; t++) {
      batch.n_tokens = sequences;
      for (int s = 0; s < sequences; s++) {
        batch.token[s] = next[s];
        batch.pos[s] = count + t - 1;
        batch.n_seq_id[s] = 1;
        batch.seq_id[s][0] = s;
        batch.logits[s] = 1;
      }
      if (llama_decode(context, batch) != 0) return 6;
      for (int s = 0; s < sequences; s++) next[s] = likeliest(llama_get_logits_ith(context, s), vocabulary);
    }
    printf("%lld %lld\n", (long long)(now() - start), (long long)first);
    fflush(stdout);
  }
  return 0;
}
