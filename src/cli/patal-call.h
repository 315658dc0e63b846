/* patal-call.h: one call of the command line: its words, its options, the file it names
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-desk.h"
#include "patal-file.h"

G_BEGIN_DECLS

enum /* exit statuses, as the help says */
{
  PATAL_EXIT_DONE = 0,
  PATAL_EXIT_REFUSED = 1, /* the message is on standard error */
  PATAL_EXIT_USAGE = 2,
  PATAL_EXIT_INTERRUPTED = 130, /* as shells have it; nothing is said */
};

typedef struct _PatalCommand PatalCommand;

typedef struct
{
  const PatalCommand *command;
  char              **words; /* what is left when options are taken out; NULL at the end */
  guint               n_words;
  char               *file;  /* --file; (nullable) */
} PatalCall;

struct _PatalCommand
{
  const char *name;
  const char *usage;   /* what follows the name; not translated */
  const char *summary; /* a message id */
  int (*run) (PatalCall *call);
  const char *example; /* (nullable): what would be typed behind "patal"; not translated */
};

/* Prints how @command is called, what it does and an example. */
void patal_call_explain (const PatalCommand *command);

extern const PatalCommand patal_file_commands[];     /* each list ends with an entry without a name */
extern const PatalCommand patal_history_commands[];
extern const PatalCommand patal_exchange_commands[];
extern const PatalCommand patal_drawing_commands[];
extern const PatalCommand patal_form_commands[];
extern const PatalCommand patal_board_commands[];
extern const PatalCommand patal_plan_run_commands[];
extern const PatalCommand patal_plan_commands[];
extern const PatalCommand patal_training_commands[];
extern const PatalCommand patal_solve_commands[];
extern const PatalCommand patal_text_commands[];

/* Takes @entries (and --file) out of the words and checks that @least to @most are left. FALSE: said on standard error; return USAGE. */
gboolean patal_call_options (PatalCall *call, const GOptionEntry *entries, guint least, guint most);

/* Opens the file of --file; progress is shown on a terminal. NULL: said on standard error; return REFUSED. */
PatalDb *patal_call_open (PatalCall *call, PatalFileMode mode);

/* Says @error on standard error; gives REFUSED back, or INTERRUPTED where it is that. */
int patal_call_refuse (const GError *error);

/* Says on standard error which font what was written in @lang has to do without. */
void patal_call_say_font (PatalLang lang);

/* Per cents on standard error where that is a terminal, nothing elsewhere. (transfer none): static. */
const PatalProgress *patal_call_progress (void);

/* Likewise, never NULL, and Ctrl+C (or being told to end) cancels what is done with it, so that nothing half made stays. A second Ctrl+C ends
 * the program at once. Call it before the program has other threads. */
const PatalProgress *patal_call_stoppable (void);

/* The place of @text in @words, which end with NULL, whatever the case; a NULL @text leaves *@out as it is. FALSE: it is none of them. */
gboolean patal_call_choose (const char *text, const char *const *words, guint *out);

/* Puts the "KEY=VALUE" of @pairs (nullable) into @filter. FALSE: said on standard error. */
gboolean patal_call_filter (char **pairs, GHashTable *filter);

/* Reads a day; NULL leaves *@out as it is. FALSE: said on standard error. */
gboolean patal_call_day (const char *text, PatalDay *out);

/* Reads "hi" or "en". FALSE: said on standard error. */
gboolean patal_call_lang (const char *text, PatalLang *out);

/* Reads "hi", "en" or "both". FALSE: said on standard error. */
gboolean patal_call_report_lang (const char *text, PatalReportLang *out);

G_END_DECLS
