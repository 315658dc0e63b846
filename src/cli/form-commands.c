/* form-commands.c: form: the papers of a training, and issuing them
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-batch.h"
#include "patal-call.h"
#include "patal-frame.h"
#include "patal-pdf-report.h"
#include "patal-text.h"
#include "patal-training-pages.h"
#include <glib/gi18n-lib.h>
#include <stdio.h>

typedef struct
{
  char    *training, *block, *person, *lang, *day, *number, *recall, *out;
  int      batch;
  gboolean issue, names;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->training);
  g_free (options->block);
  g_free (options->person);
  g_free (options->lang);
  g_free (options->day);
  g_free (options->number);
  g_free (options->recall);
  g_free (options->out);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static gboolean
say (const char *sentence)
{
  fprintf (stderr, "patal: %s\n", sentence);
  return FALSE;
}

static int
list_papers (gboolean names_only)
{
  static const char *const words[] = {
    [PATAL_PAPER_FOR_TRAINING] = N_("one for a training"), [PATAL_PAPER_FOR_BLOCK] = N_("one for each block"),
    [PATAL_PAPER_FOR_BATCH] = N_("one for each batch"), [PATAL_PAPER_FOR_PERSON] = N_("one for each person"),
  };

  for (PatalTrainingPaper paper = 0; paper < PATAL_N_TRAINING_PAPERS; paper++)
    if (names_only)
      printf ("%s\n", patal_training_paper_name (paper));
    else
      printf ("%s\t%s\t%s\n", patal_training_paper_name (paper), _(patal_training_paper_title (paper)), _(words[patal_training_paper_for (paper)]));
  return PATAL_EXIT_DONE;
}

/* --- What is meant --- */

/* The one training that @word names: its id, the code of its course, or its name in either language, folded. FALSE: said on standard error. */
static gboolean
find_training (PatalDb *db, const char *word, gint64 *out)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) trainings = patal_trainings (db, 0, &error), courses = trainings != NULL ? patal_courses (db, &error) : NULL;
  const PatalCourse *course = courses != NULL ? patal_course_among (courses, word) : NULL;
  g_autofree char *wanted = patal_text_fold (word, PATAL_FOLD_MATCH);
  gint64 id = g_ascii_strtoll (word, NULL, 10);
  guint n = 0;

  if (courses == NULL)
    return patal_call_refuse (error), FALSE;
  for (guint i = 0; i < trainings->len; i++)
    {
      const PatalTrainingSummary *training = g_ptr_array_index (trainings, i);
      gboolean named = training->id == id || (course != NULL && training->course == course->id);

      for (guint lang = 0; lang < 2 && !named; lang++)
        {
          g_autofree char *folded = patal_text_fold (training->names[lang], PATAL_FOLD_MATCH);

          named = *folded != '\0' && g_str_equal (folded, wanted);
        }
      if (!named)
        continue;
      *out = training->id;
      n++;
    }
  if (n == 0)
    fprintf (stderr, _("patal: There is no training “%s” in this file\n"), word);
  else if (n > 1)
    fprintf (stderr, _("patal: Several trainings are called “%s”: write the id\n"), word);
  return n == 1;
}

static gboolean
find_batch (PatalDb *db, gint64 training, int no, gint64 *out)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) bars = patal_batch_bars (db, &(PatalBatchFilter) { .training = training, .status = PATAL_BATCH_ANY_STATUS }, &error);

  if (bars == NULL)
    return patal_call_refuse (error), FALSE;
  for (guint i = 0; i < bars->len; i++)
    if (g_array_index (bars, PatalBatchBar, i).no == no)
      {
        *out = g_array_index (bars, PatalBatchBar, i).id;
        return TRUE;
      }
  fprintf (stderr, _("patal: This training has no batch %d\n"), no);
  return FALSE;
}

/* Among those who are nominated in the training. */
static gboolean
find_person (PatalDb *db, gint64 training, const char *word, gint64 *out)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) people = patal_training_people_named (db, training, word, &error);

  if (people == NULL)
    return patal_call_refuse (error), FALSE;
  if (people->len == 1)
    {
      *out = g_array_index (people, gint64, 0);
      return TRUE;
    }
  fprintf (stderr, people->len == 0 ? _("patal: Nobody called “%s” is nominated in this training\n")
                                    : _("patal: Several people in this training are called “%s”: write the id\n"), word);
  return FALSE;
}

static gboolean
find_all (PatalDb *db, const Options *options, PatalTrainingPaperOrder *order)
{
  g_autoptr (GError) error = NULL;

  if (!find_training (db, options->training, &order->training))
    return FALSE;
  if (options->batch != 0 && !find_batch (db, order->training, options->batch, &order->batch))
    return FALSE;
  if (options->person != NULL && !find_person (db, order->training, options->person, &order->person))
    return FALSE;
  if (options->block != NULL && !patal_frame_scope (db, &(PatalReportArgs) { .scope = options->block }, &order->block, &error))
    return patal_call_refuse (error), FALSE;
  return TRUE;
}

/* --- What is done --- */

static int
issue_papers (PatalDb *db, const PatalTrainingPaperOrder *order, PatalLang lang, const char *number)
{
  g_autoptr (GError) error = NULL;
  guint n;

  if (!patal_training_issue (db, order, lang, number, g_get_real_time () / G_USEC_PER_SEC, &n, patal_call_progress (), &error))
    return patal_call_refuse (error);
  printf (ngettext ("%u paper issued\n", "%u papers issued\n", n), n);
  return PATAL_EXIT_DONE;
}

static int
recall_papers (PatalDb *db, const PatalTrainingPaperOrder *order, const char *why)
{
  g_autoptr (GError) error = NULL;
  guint n;

  if (!patal_training_recall (db, order, why, &n, &error))
    return patal_call_refuse (error);
  printf (ngettext ("%u paper called back\n", "%u papers called back\n", n), n);
  return PATAL_EXIT_DONE;
}

static int
write_papers (PatalDb *db, const PatalTrainingPaperOrder *order, PatalLang lang, const char *path)
{
  g_autoptr (GError) error = NULL;
  PatalTrainingTally tally;
  g_autoptr (PatalPages) pages = patal_training_pages (db, order, lang, &tally, patal_call_progress (), &error);

  if (pages == NULL || !patal_pdf_report_write_pages (pages, path, patal_call_progress (), &error))
    return patal_call_refuse (error);
  if (tally.n_cut > 0)
    fprintf (stderr, ngettext ("patal: On %u paper a text is longer than its place, and was cut\n",
                               "patal: On %u papers a text is longer than its place, and was cut\n", tally.n_cut), tally.n_cut);
  patal_call_say_font (lang);
  return PATAL_EXIT_DONE;
}

static int
carry_out (PatalCall *call, const Options *options, PatalTrainingPaperOrder *order, PatalLang lang)
{
  g_autoptr (PatalDb) db = patal_call_open (call, options->issue || options->recall != NULL ? PATAL_FILE_WRITE : PATAL_FILE_READ);
  int status = PATAL_EXIT_DONE;

  if (db == NULL || !find_all (db, options, order))
    return PATAL_EXIT_REFUSED;
  if (options->recall != NULL)
    status = recall_papers (db, order, options->recall);
  else if (options->issue)
    status = issue_papers (db, order, lang, options->number);
  if (status == PATAL_EXIT_DONE && options->out != NULL)
    status = write_papers (db, order, lang, options->out);
  return status;
}

/* FALSE: said on standard error. */
static gboolean
check_options (const Options *options, PatalTrainingPaperOrder *order, PatalLang *lang)
{
  if (options->training == NULL)
    return say (_("Say of which training with --training: its id or its name"));
  if (options->issue && options->recall != NULL)
    return say (_("Papers are either issued or called back: give --issue or --recall"));
  if (options->number != NULL && (!options->issue || order->paper == PATAL_TRAINING_PAPER_CERTIFICATE))
    return say (_("A number is given to letters that are issued: certificates have their own"));
  if (options->out == NULL && !options->issue && options->recall == NULL)
    return say (_("Say where to write it with --out FILE"));
  return (options->lang == NULL || patal_call_lang (options->lang, lang)) && patal_call_day (options->day, &order->day);
}

static int
run_form (PatalCall *call)
{
  g_auto (Options) options = { 0 };
  PatalTrainingPaperOrder order = { .day = patal_day_today () };
  PatalLang lang = PATAL_LANG_HI;
  const GOptionEntry entries[] = {
    { "training", 0, 0, G_OPTION_ARG_STRING, &options.training, NULL, NULL },
    { "batch", 0, 0, G_OPTION_ARG_INT, &options.batch, NULL, NULL },
    { "block", 0, 0, G_OPTION_ARG_STRING, &options.block, NULL, NULL },
    { "person", 0, 0, G_OPTION_ARG_STRING, &options.person, NULL, NULL },
    { "lang", 0, 0, G_OPTION_ARG_STRING, &options.lang, NULL, NULL },
    { "day", 0, 0, G_OPTION_ARG_STRING, &options.day, NULL, NULL },
    { "issue", 0, 0, G_OPTION_ARG_NONE, &options.issue, NULL, NULL },
    { "number", 0, 0, G_OPTION_ARG_STRING, &options.number, NULL, NULL },
    { "recall", 0, 0, G_OPTION_ARG_STRING, &options.recall, NULL, NULL },
    { "names", 0, 0, G_OPTION_ARG_NONE, &options.names, NULL, NULL },
    { "out", 0, 0, G_OPTION_ARG_FILENAME, &options.out, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };

  if (!patal_call_options (call, entries, 1, 1))
    return PATAL_EXIT_USAGE;
  if (g_str_equal (call->words[1], "list"))
    return list_papers (options.names);
  if (!patal_training_paper_named (call->words[1], &order.paper))
    {
      say (_("There is no such form; patal form list names all"));
      return PATAL_EXIT_USAGE;
    }
  return check_options (&options, &order, &lang) ? carry_out (call, &options, &order, lang) : PATAL_EXIT_USAGE;
}

const PatalCommand patal_form_commands[] = {
  { "form",
    "list [--names] | NAME --training ID|NAME [--batch NO] [--block NAME] [--person NAME] [--lang hi|en] [--day DATE] [--issue [--number NO] | --recall REASON] "
    "[--out FILE]",
    N_("Write the papers of a training as PDF, from the order to the certificate; --issue keeps them as they are, --recall calls them back"), run_form,
    "--file sonpur.patal form attendance --training 12 --batch 3 --out attendance.pdf" },
  { 0 },
};
