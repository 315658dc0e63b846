/* patal-papers-window.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-papers-window.h"
#include "patal-batch.h"
#include "patal-choice.h"
#include "patal-drop-down.h"
#include "patal-font.h"
#include "patal-number.h"
#include "patal-paper-text-dialog.h"
#include "patal-print-stage.h"
#include "patal-settings.h"
#include "patal-text-question.h"
#include "patal-training-pages.h"
#include "patal-unit.h"
#include <glib/gi18n.h>

#define AROUND_PX 48 /* of the window below stays to be seen */
#define LEAST_WIDTH 720
#define LEAST_HEIGHT 420

/* Of which batches: a choice of the second drop-down. */
typedef struct
{
  gint64 block, batch; /* both 0: all */
} Part;

struct _PatalPapersWindow
{
  AdwWindow        parent_instance;
  AdwWindowTitle  *heading;
  GtkBox          *choices;
  PatalChoice     *paper, *part, *lang;
  GtkLabel        *issue_label;
  PatalPrintStage *stage;
  PatalDocument   *document;
  GArray          *parts; /* of Part */
  gint64           training;
  PatalTrainingTally tally; /* of the pages */
};

G_DEFINE_FINAL_TYPE (PatalPapersWindow, patal_papers_window, ADW_TYPE_WINDOW)

static PatalTrainingPaper
chosen_paper (PatalPapersWindow *self)
{
  return (PatalTrainingPaper) MIN (patal_choice_get_selected (self->paper), PATAL_N_TRAINING_PAPERS - 1);
}

static PatalLang
chosen_lang (PatalPapersWindow *self)
{
  return patal_choice_get_selected (self->lang) == 0 ? PATAL_LANG_HI : PATAL_LANG_EN;
}

static PatalTrainingPaperOrder
chosen_order (PatalPapersWindow *self)
{
  const Part *part = &g_array_index (self->parts, Part, MIN (patal_choice_get_selected (self->part), self->parts->len - 1));

  return (PatalTrainingPaperOrder) { .paper = chosen_paper (self), .training = self->training, .batch = part->batch, .block = part->block,
                                     .day = patal_day_today () };
}

static void
stage_changed_cb (PatalPapersWindow *self)
{
  PatalStageWork work = patal_print_stage_get_work (self->stage);
  gboolean idle = work == PATAL_STAGE_IDLE, ready = idle && patal_print_stage_get_pages (self->stage) != NULL;
  gboolean issues = self->parts != NULL && patal_training_paper_kind (chosen_paper (self)) != NULL, writes = FALSE;

  if (self->document != NULL)
    writes = patal_document_writable (self->document);
  gtk_widget_set_sensitive (GTK_WIDGET (self->choices), idle || work == PATAL_STAGE_MAKING);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "papers.print", ready);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "papers.save", ready);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "papers.issue", ready && issues && writes && self->tally.n_issued < self->tally.n_papers);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "papers.recall", ready && issues && writes && self->tally.n_issued > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "papers.text",
                                 idle && writes && self->parts != NULL && !patal_training_paper_is_table (chosen_paper (self)));
}

/* --- pages --- */

typedef struct
{
  PatalTrainingPaperOrder order;
  PatalLang               lang;
  char                   *words;  /* (nullable): the number, the reason */
  PatalTrainingTally      tally;
} Task;

static void
task_free (gpointer data)
{
  Task *task = data;

  g_free (task->words);
  g_free (task);
}

static Task *
task_new (PatalPapersWindow *self, const char *words)
{
  Task *task = g_new (Task, 1);

  *task = (Task) { .order = chosen_order (self), .lang = chosen_lang (self), .words = g_strdup (words) };
  return task;
}

typedef struct
{
  PatalPages        *pages;
  PatalTrainingTally tally;
} Made;

static void
made_free (gpointer data)
{
  Made *made = data;

  if (made == NULL)
    return;
  patal_pages_unref (made->pages);
  g_free (made);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Made, made_free)

static gpointer
make_job (PatalDb *db, gpointer data, const PatalProgress *progress, GError **error)
{
  Task *task = data;
  PatalPages *pages = patal_training_pages (db, &task->order, task->lang, &task->tally, progress, error);
  Made *made;

  if (pages == NULL)
    return NULL;
  made = g_new (Made, 1);
  *made = (Made) { pages, task->tally };
  return made;
}

/* (transfer full): how many of the papers are issued, and whether something did not fit. */
static char *
tally_words (const PatalTrainingTally *tally, PatalTrainingPaper paper)
{
  g_autofree char *papers = patal_number_group (tally->n_papers), *issued = patal_number_group (tally->n_issued);
  GString *words = g_string_new (NULL);

  g_string_append_printf (words, ngettext ("%s paper", "%s papers", tally->n_papers), papers);
  if (patal_training_paper_kind (paper) != NULL && tally->n_issued == 0)
    g_string_append_printf (words, " · %s", _("not issued yet"));
  else if (tally->n_issued > 0)
    {
      g_string_append (words, " · ");
      g_string_append_printf (words, ngettext ("%s of them as it was issued", "%s of them as they were issued", tally->n_issued), issued);
    }
  if (tally->n_cut > 0)
    {
      g_autofree char *cut = patal_number_group (tally->n_cut);

      g_string_append (words, " · ");
      g_string_append_printf (words, ngettext ("on %s a text was cut", "on %s a text was cut", tally->n_cut), cut);
    }
  return g_string_free (words, FALSE);
}

static void
made_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PatalPapersWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (Made) made = patal_document_run_finish (PATAL_DOCUMENT (source), result, &error);
  g_autofree char *note = NULL, *paper = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  self->tally = made != NULL ? made->tally : (PatalTrainingTally) { 0 };
  patal_print_stage_propose_fit (self->stage, PATAL_PRINT_FIT_PAGE);
  patal_print_stage_set_pages (self->stage, made != NULL ? made->pages : NULL);
  patal_print_stage_set_caution (self->stage, made != NULL ? patal_font_missing (chosen_lang (self)) : NULL);
  patal_print_stage_end (self->stage, error);
  if (made != NULL)
    {
      note = tally_words (&made->tally, chosen_paper (self));
      paper = patal_print_stage_paper (self->stage);
    }
  patal_print_stage_say_note (self->stage, note);
  adw_window_title_set_subtitle (self->heading, paper != NULL ? paper : "");
}

static void
make_pages (PatalPapersWindow *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->issue_label), patal_training_paper_kind (chosen_paper (self)) != NULL);
  patal_document_read_async (self->document, make_job, task_new (self, NULL), task_free, made_free,
                             patal_print_stage_begin (self->stage, PATAL_STAGE_MAKING, _("Laying out the pages…")), made_cb, g_object_ref (self));
}

static void
chosen_cb (PatalPapersWindow *self)
{
  make_pages (self);
}

/* --- issuing and calling back --- */

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PatalPapersWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  patal_document_run_finish (PATAL_DOCUMENT (source), result, &error);
  if (patal_print_stage_end (self->stage, error) && error == NULL)
    make_pages (self);
}

static gpointer
issue_job (PatalDb *db, gpointer data, const PatalProgress *progress, GError **error)
{
  Task *task = data;

  return GINT_TO_POINTER (patal_training_issue (db, &task->order, task->lang, *task->words != '\0' ? task->words : NULL,
                                                g_get_real_time () / G_USEC_PER_SEC, NULL, progress, error));
}

static gpointer
recall_job (PatalDb *db, gpointer data, G_GNUC_UNUSED const PatalProgress *progress, GError **error)
{
  Task *task = data;

  return GINT_TO_POINTER (patal_training_recall (db, &task->order, task->words, NULL, error));
}

static void
start_writing (PatalPapersWindow *self, PatalJob job, const char *words, const char *doing)
{
  patal_document_write_async (self->document, job, task_new (self, words), task_free, NULL,
                              patal_print_stage_begin (self->stage, PATAL_STAGE_WORKING, doing), written_cb, g_object_ref (self));
}

static void
number_said_cb (gpointer user_data, const char *number)
{
  g_autoptr (PatalPapersWindow) self = user_data;

  if (number != NULL && self->document != NULL)
    start_writing (self, issue_job, number, _("Issuing…"));
}

static void
reason_said_cb (gpointer user_data, const char *reason)
{
  g_autoptr (PatalPapersWindow) self = user_data;

  if (reason != NULL && self->document != NULL)
    start_writing (self, recall_job, reason, _("Calling back…"));
}

static void
ask_to_issue (PatalPapersWindow *self)
{
  guint n = self->tally.n_papers - self->tally.n_issued;
  gboolean certificates = chosen_paper (self) == PATAL_TRAINING_PAPER_CERTIFICATE;
  g_autofree char *number = patal_number_group (n), *heading = g_strdup_printf (ngettext ("Issue %s paper?", "Issue %s papers?", n), number);

  patal_text_question_ask (GTK_WIDGET (self), &(PatalTextQuestion) {
      .heading = heading,
      .body = certificates ? _("Each certificate gets its own number, and the batch is frozen. What is issued is kept as it is: it can be called back with a "
                               "reason, but not undone.")
                           : _("What is issued is kept as it is, and every later print shows it: it can be called back with a reason, but not undone."),
      .label = certificates ? NULL : n > 1 ? _("_Number of the first letter") : _("_Number of the letter"),
      .yes = _("_Issue"),
    }, number_said_cb, g_object_ref (self));
}

static void
ask_to_recall (PatalPapersWindow *self)
{
  guint n = self->tally.n_issued;
  g_autofree char *number = patal_number_group (n);
  g_autofree char *heading = g_strdup_printf (ngettext ("Call %s issued paper back?", "Call %s issued papers back?", n), number);

  patal_text_question_ask (GTK_WIDGET (self), &(PatalTextQuestion) {
      .heading = heading,
      .body = _("It stays in the file with its number and with the reason, and another one can be issued."),
      .label = _("_Reason"), .yes = _("Call _Back"), .needed = TRUE,
    }, reason_said_cb, g_object_ref (self));
}

/* --- what is pressed --- */

/* (transfer full): of the name of a file. */
static char *
stem_of (PatalPapersWindow *self)
{
  return g_strdup (_(patal_training_paper_title (chosen_paper (self))));
}

static void
act (GtkWidget *widget, const char *name, G_GNUC_UNUSED GVariant *parameter)
{
  PatalPapersWindow *self = PATAL_PAPERS_WINDOW (widget);
  g_autofree char *stem = stem_of (self);

  if (g_str_equal (name, "papers.print"))
    patal_print_stage_print (self->stage, stem);
  else if (g_str_equal (name, "papers.save"))
    patal_print_stage_save (self->stage, stem);
  else if (g_str_equal (name, "papers.issue"))
    ask_to_issue (self);
  else if (g_str_equal (name, "papers.recall"))
    ask_to_recall (self);
  else if (g_str_equal (name, "papers.text"))
    patal_paper_text_dialog_show (widget, self->document, chosen_paper (self));
}

/* --- what there is to choose --- */

static void
add_part (PatalPapersWindow *self, GPtrArray *names, gint64 block, gint64 batch, char *name)
{
  g_array_append_val (self->parts, ((Part) { block, batch }));
  g_ptr_array_add (names, name);
}

static char *
batch_name (const PatalBatchBar *bar)
{
  g_autofree char *days = bar->span.from != PATAL_DAY_NONE ? patal_span_format (bar->span, patal_settings_lang ()) : NULL;

  /* Translators: a batch by its number, and behind it its days */
  return days != NULL ? g_strdup_printf (_("Batch %d: %s"), bar->no, days) : g_strdup_printf (_("Batch %d"), bar->no);
}

static gboolean
has_block (const GArray *parts, gint64 block)
{
  for (guint i = 0; i < parts->len; i++)
    if (g_array_index (parts, Part, i).block == block)
      return TRUE;
  return FALSE;
}

/* All, each block, each batch; @batch is chosen. */
static void
fill_parts (PatalPapersWindow *self, gint64 batch)
{
  PatalDb *db = patal_document_reader (self->document);
  g_autoptr (GArray) bars = patal_batch_bars (db, &(PatalBatchFilter) { .training = self->training, .status = PATAL_BATCH_ANY_STATUS }, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  guint chosen = 0;

  add_part (self, names, 0, 0, g_strdup (_("The whole training")));
  for (guint i = 0; bars != NULL && i < bars->len; i++)
    {
      gint64 block = g_array_index (bars, PatalBatchBar, i).block;

      if (!has_block (self->parts, block))
        add_part (self, names, block, 0, patal_unit_name (db, block, patal_settings_lang ()));
    }
  for (guint i = 0; bars != NULL && i < bars->len; i++)
    {
      const PatalBatchBar *bar = &g_array_index (bars, PatalBatchBar, i);

      if (bar->id == batch)
        chosen = self->parts->len;
      add_part (self, names, 0, bar->id, batch_name (bar));
    }
  g_ptr_array_add (names, NULL);
  patal_choice_set_names (self->part, (const char *const *) names->pdata);
  patal_choice_set_selected (self->part, chosen);
  patal_drop_down_shorten (patal_choice_get_drop_down (self->part));
}

static void
fill_papers (PatalPapersWindow *self)
{
  const char *names[PATAL_N_TRAINING_PAPERS + 1] = { NULL };
  const char *const langs[] = { "हिन्दी", "English", NULL };

  for (guint i = 0; i < PATAL_N_TRAINING_PAPERS; i++)
    names[i] = _(patal_training_paper_title ((PatalTrainingPaper) i));
  patal_choice_set_names (self->paper, names);
  patal_choice_set_selected (self->paper, PATAL_TRAINING_PAPER_ATTENDANCE);
  patal_choice_set_names (self->lang, langs);
}

/* The words of papers, and who is on them, may be others. */
static void
document_changed_cb (PatalPapersWindow *self, const char *const *tables)
{
  if (patal_print_stage_get_work (self->stage) == PATAL_STAGE_IDLE
      && (patal_document_touches (tables, "letter_template") || patal_document_touches (tables, "nomination") || patal_document_touches (tables, "batch")))
    make_pages (self);
}

void
patal_papers_window_show (GtkWidget *asked_from, PatalDocument *document, gint64 training, gint64 batch)
{
  GtkWidget *below = GTK_WIDGET (gtk_widget_get_root (asked_from));
  PatalPapersWindow *self = g_object_new (PATAL_TYPE_PAPERS_WINDOW, "transient-for", below, NULL);

  self->document = g_object_ref (document);
  self->training = training;
  self->parts = g_array_new (FALSE, FALSE, sizeof (Part));
  g_signal_connect_object (document, "changed", G_CALLBACK (document_changed_cb), self, G_CONNECT_SWAPPED);
  patal_print_stage_set_document (self->stage, document);
  fill_papers (self);
  fill_parts (self, batch);
  gtk_window_set_default_size (GTK_WINDOW (self), MAX (gtk_widget_get_width (below) - AROUND_PX, LEAST_WIDTH),
                               MAX (gtk_widget_get_height (below) - AROUND_PX, LEAST_HEIGHT));
  make_pages (self);
  gtk_window_present (GTK_WINDOW (self));
}

/* --- the object --- */

static void
patal_papers_window_dispose (GObject *object)
{
  PatalPapersWindow *self = PATAL_PAPERS_WINDOW (object);

  g_clear_object (&self->document);
  g_clear_pointer (&self->parts, g_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (object), PATAL_TYPE_PAPERS_WINDOW);
  G_OBJECT_CLASS (patal_papers_window_parent_class)->dispose (object);
}

static void
patal_papers_window_class_init (PatalPapersWindowClass *klass)
{
  static const char *const actions[] = { "papers.print", "papers.save", "papers.issue", "papers.recall", "papers.text" };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = patal_papers_window_dispose;
  g_type_ensure (PATAL_TYPE_CHOICE);
  g_type_ensure (PATAL_TYPE_PRINT_STAGE);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/grampatal/GramPatal/ui/patal-papers-window.ui");
  gtk_widget_class_bind_template_child (widget_class, PatalPapersWindow, heading);
  gtk_widget_class_bind_template_child (widget_class, PatalPapersWindow, choices);
  gtk_widget_class_bind_template_child (widget_class, PatalPapersWindow, paper);
  gtk_widget_class_bind_template_child (widget_class, PatalPapersWindow, part);
  gtk_widget_class_bind_template_child (widget_class, PatalPapersWindow, lang);
  gtk_widget_class_bind_template_child (widget_class, PatalPapersWindow, issue_label);
  gtk_widget_class_bind_template_child (widget_class, PatalPapersWindow, stage);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, stage_changed_cb);
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i], NULL, act);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "papers.print", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "papers.save", NULL);
}

static void
patal_papers_window_init (PatalPapersWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  stage_changed_cb (self);
}
