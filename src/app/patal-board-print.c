/* patal-board-print.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-board-print.h"
#include "patal-board-choice.h"
#include "patal-board-files.h"
#include "patal-drop-down.h"
#include "patal-export-place.h"
#include "patal-number.h"
#include "patal-print.h"
#include "patal-print-stage.h"
#include <glib/gi18n.h>

#define SETTLED_MS 250
#define AROUND_PX 48     /* of the window below stays to be seen */
#define LEAST_WIDTH 760
#define LEAST_HEIGHT 420
#define MOST_NOTES 4     /* of what is told above the pages */

typedef enum
{
  WORK_NONE,
  WORK_MAKING,
  WORK_KEEPING,
  WORK_ASKING,   /* for the printer, in a dialog of its own */
  WORK_PRINTING,
  WORK_SAVING,
} Work;

typedef enum { THEN_PRINT, THEN_SAVE } Then; /* what follows once the first prints are kept */

/* Which boards: a choice of the first drop-down. */
typedef struct
{
  GArray *works; /* (nullable): NULL: all of the file */
  char   *stem;  /* of a file of them */
} Batch;

struct _PatalBoardPrint
{
  AdwWindow             parent_instance;
  AdwWindowTitle       *heading;
  GtkBox               *choices;
  GtkDropDown          *works, *kind, *lang, *sides, *fill, *paper;
  PatalBoardSizeChoice *size;
  GtkLabel             *keep_label;
  PatalPrintStage      *stage;
  PatalWindow          *window; /* borrowed: we are transient for it */
  PatalDocument        *document;
  GArray               *batches; /* of Batch */
  PatalPages           *pages;   /* (nullable) */
  Work                  work;
  Then                  then;
  char                 *path;    /* (nullable): where to save, while first prints are being kept */
  GCancellable         *cancellable; /* of the work */
  guint                 settle_id;
  gboolean              filling; /* the choices are being put in */
  GtkFileChooserNative *chooser;
};

G_DEFINE_FINAL_TYPE (PatalBoardPrint, patal_board_print, ADW_TYPE_WINDOW)

/* --- what is chosen --- */

static const Batch *
chosen_batch (PatalBoardPrint *self)
{
  guint chosen = gtk_drop_down_get_selected (self->works);

  return &g_array_index (self->batches, Batch, MIN (chosen, self->batches->len - 1));
}

/* FALSE: the size that is typed is none. */
static gboolean
chosen_order (PatalBoardPrint *self, PatalBoardOrder *out)
{
  guint paper = gtk_drop_down_get_selected (self->paper);

  *out = (PatalBoardOrder) { .kind = (PatalBoardKind) gtk_drop_down_get_selected (self->kind),
                             .sides = (PatalBoardSides) gtk_drop_down_get_selected (self->sides),
                             .lang = (PatalBoardLang) gtk_drop_down_get_selected (self->lang),
                             .fill = (PatalBoardFill) gtk_drop_down_get_selected (self->fill) };
  if (paper <= PATAL_PAPER_A3)
    out->sheet = patal_sheet_size ((PatalPaper) paper, PATAL_TURN_AUTO);
  return patal_board_size_choice_get (self->size, &out->width_mm, &out->height_mm);
}

/* --- work --- */

static const char *
work_words (Work work)
{
  switch (work)
    {
    case WORK_MAKING:
      return _("Laying out the boards…");
    case WORK_KEEPING:
      return _("Keeping the first prints…");
    case WORK_PRINTING:
      return _("Printing…");
    case WORK_SAVING:
      return _("Saving…");
    case WORK_ASKING:
    case WORK_NONE:
    default:
      return NULL;
    }
}

static void
set_work (PatalBoardPrint *self, Work work)
{
  gboolean ready = work == WORK_NONE && self->pages != NULL;

  self->work = work;
  patal_print_stage_set_busy (self->stage, work_words (work));
  gtk_widget_set_sensitive (GTK_WIDGET (self->choices), work == WORK_NONE || work == WORK_MAKING);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "boards.print", ready);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "boards.save", ready);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "boards.pictures", ready);
}

static void
cancel_work (PatalBoardPrint *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static GCancellable *
begin_work (PatalBoardPrint *self, Work work)
{
  cancel_work (self);
  patal_print_stage_say_error (self->stage, NULL);
  self->cancellable = g_cancellable_new ();
  set_work (self, work);
  return self->cancellable;
}

/* FALSE: it was cancelled, and something else may be under way already. */
static gboolean
end_work (PatalBoardPrint *self, const GError *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return FALSE;
  set_work (self, WORK_NONE);
  patal_print_stage_say_error (self->stage, error != NULL ? error->message : NULL);
  return TRUE;
}

static void
stop (PatalBoardPrint *self)
{
  cancel_work (self);
  set_work (self, WORK_NONE);
}

static void
progress_cb (PatalBoardPrint *self, double share)
{
  if (self->work == WORK_MAKING || self->work == WORK_SAVING || self->work == WORK_KEEPING)
    patal_print_stage_set_share (self->stage, share);
}

/* --- pages --- */

static char *
tally_words (const PatalBoardTally *tally)
{
  g_autofree char *n_boards = patal_number_group (tally->n_boards);
  g_autofree char *n_pages = patal_number_group (tally->n_pages);
  g_autofree char *boards = g_strdup_printf (ngettext ("%s board", "%s boards", tally->n_boards), n_boards);
  g_autofree char *pages = g_strdup_printf (ngettext ("%s sheet", "%s sheets", tally->n_pages), n_pages);

  return g_strdup_printf ("%s · %s", boards, pages);
}

/* (transfer full) (nullable) */
static char *
notes_of (const PatalBoardTally *tally)
{
  guint n = tally->notes != NULL ? tally->notes->len : 0, shown = MIN (n, MOST_NOTES), told = 0;
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tally->told); i++)
    told += tally->told[i];
  for (guint i = 0; i < shown; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", (const char *) g_ptr_array_index (tally->notes, i));
  if (told > shown)
    {
      g_autofree char *more = patal_number_group (told - shown);

      g_string_append_c (text, '\n');
      g_string_append_printf (text, ngettext ("and %s more like these", "and %s more like these", told - shown), more);
    }
  return n > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

static void
made_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PatalBoardPrint) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (PatalBoardMade) made = patal_document_run_finish (PATAL_DOCUMENT (source), result, &error);
  g_autofree char *words = NULL;
  g_autofree char *notes = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_pointer (&self->pages, patal_pages_unref);
  if (made != NULL)
    {
      self->pages = g_steal_pointer (&made->pages);
      words = tally_words (&made->tally);
      notes = notes_of (&made->tally);
    }
  end_work (self, error);
  patal_print_stage_propose_fit (self->stage, PATAL_PRINT_FIT_PAGE);
  patal_print_stage_set_pages (self->stage, self->pages);
  patal_print_stage_say_note (self->stage, notes);
  adw_window_title_set_subtitle (self->heading, words != NULL ? words : "");
}

static void
make_pages (PatalBoardPrint *self)
{
  PatalBoardOrder order;

  if (!chosen_order (self, &order))
    return;
  gtk_widget_set_visible (GTK_WIDGET (self->keep_label), patal_board_order_issues (&order));
  patal_document_read_async (self->document, patal_board_make_pages, patal_board_task_new (&order, chosen_batch (self)->works, NULL),
                             (GDestroyNotify) patal_board_task_free, (GDestroyNotify) patal_board_made_free,
                             begin_work (self, WORK_MAKING), made_cb, g_object_ref (self));
}

static gboolean
settled_cb (gpointer user_data)
{
  PatalBoardPrint *self = user_data;

  self->settle_id = 0;
  make_pages (self);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (PatalBoardPrint *self)
{
  if (self->filling)
    return;
  g_clear_handle_id (&self->settle_id, g_source_remove);
  self->settle_id = g_timeout_add (SETTLED_MS, settled_cb, self);
}

/* --- printing --- */

static void
say_printed (gpointer user_data, double share)
{
  PatalBoardPrint *self = user_data;

  if (self->work == WORK_ASKING)
    set_work (self, WORK_PRINTING);
  if (self->work == WORK_PRINTING)
    patal_print_stage_set_share (self->stage, share);
}

static void
printed_cb (G_GNUC_UNUSED GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PatalBoardPrint) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean printed = patal_print_finish (result, &error);

  if (!printed && g_task_get_cancellable (G_TASK (result)) == self->cancellable)
    set_work (self, WORK_NONE); /* also where it was cancelled in the dialog, and not here */
  if (end_work (self, error) && printed)
    patal_print_stage_toast (self->stage, adw_toast_new (_("Sent to the printer")));
}

static void
print_now (PatalBoardPrint *self)
{
  patal_print_async (GTK_WINDOW (self), self->pages, patal_print_stage_get_page (self->stage), chosen_batch (self)->stem, say_printed,
                     begin_work (self, WORK_ASKING), printed_cb, g_object_ref (self));
}

/* --- saving --- */

static void
open_folder_cb (PatalBoardPrint *self, AdwToast *toast)
{
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.open-folder", "s", g_object_get_data (G_OBJECT (toast), "path"));
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PatalBoardPrint) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (PatalBoardMade) made = patal_document_run_finish (PATAL_DOCUMENT (source), result, &error);
  g_autofree char *name = NULL;
  g_autofree char *sentence = NULL;
  g_autofree char *plain = NULL;
  AdwToast *toast;

  if (!end_work (self, error) || made == NULL)
    return;
  name = g_filename_display_basename (made->path);
  sentence = g_strdup_printf (_("Exported as %s"), name);
  plain = g_markup_escape_text (sentence, -1);
  toast = adw_toast_new (plain);
  adw_toast_set_button_label (toast, _("Open _Folder"));
  g_object_set_data_full (G_OBJECT (toast), "path", g_steal_pointer (&made->path), g_free);
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (open_folder_cb), self, G_CONNECT_SWAPPED);
  patal_print_stage_toast (self->stage, toast);
}

static void
run_saving (PatalBoardPrint *self, PatalJob job, const PatalBoardOrder *order, const char *path)
{
  patal_document_read_async (self->document, job, patal_board_task_new (order, chosen_batch (self)->works, path),
                             (GDestroyNotify) patal_board_task_free, (GDestroyNotify) patal_board_made_free,
                             begin_work (self, WORK_SAVING), saved_cb, g_object_ref (self));
}

static void
save_now (PatalBoardPrint *self)
{
  PatalBoardOrder order;

  if (chosen_order (self, &order))
    run_saving (self, patal_board_write_file, &order, self->path);
}

/* --- the first print --- */

static void
kept_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PatalBoardPrint) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean kept = patal_document_run_finish (PATAL_DOCUMENT (source), result, &error) != NULL;

  if (!end_work (self, error) || !kept)
    return;
  if (self->then == THEN_PRINT)
    print_now (self);
  else
    save_now (self);
}

/* What is for the site is kept before it leaves the house: what is not kept must not hang there. */
static void
keep_then (PatalBoardPrint *self, Then then)
{
  PatalBoardOrder order;

  if (!chosen_order (self, &order))
    return;
  self->then = then;
  if (patal_board_order_issues (&order))
    patal_document_write_async (self->document, patal_board_keep_first, patal_board_task_new (&order, chosen_batch (self)->works, NULL),
                                (GDestroyNotify) patal_board_task_free, NULL, begin_work (self, WORK_KEEPING), kept_cb,
                                g_object_ref (self));
  else if (then == THEN_PRINT)
    print_now (self);
  else
    save_now (self);
}

static void
place_chosen_cb (gpointer user_data, const char *path, const char *problem)
{
  PatalBoardPrint *self = user_data;

  patal_print_stage_say_error (self->stage, problem);
  if (path == NULL)
    return;
  g_free (self->path);
  self->path = g_strdup (path);
  keep_then (self, THEN_SAVE);
}

static void
save (PatalBoardPrint *self)
{
  g_clear_object (&self->chooser);
  self->chooser = patal_export_place_ask (GTK_WINDOW (self), chosen_batch (self)->stem, ".pdf", place_chosen_cb, self);
}

/* --- pictures --- */

/* A picture is looked at, not put up: the board alone, and nothing is kept. */
static void
folder_chosen_cb (gpointer user_data, const char *path, const char *problem)
{
  PatalBoardPrint *self = user_data;
  PatalBoardOrder order;

  patal_print_stage_say_error (self->stage, problem);
  if (path == NULL || !chosen_order (self, &order))
    return;
  if (order.kind == PATAL_BOARD_PROOF || order.kind == PATAL_BOARD_FULL)
    {
      order.kind = PATAL_BOARD_FULL;
      order.sheet = (PatalSheetSize) { .width = 0 };
    }
  run_saving (self, patal_board_write_pictures, &order, path);
}

static void
save_pictures (PatalBoardPrint *self)
{
  g_clear_object (&self->chooser);
  self->chooser = patal_export_place_ask_folder (GTK_WINDOW (self), folder_chosen_cb, self);
}

static void
act (GtkWidget *widget, const char *name, G_GNUC_UNUSED GVariant *parameter)
{
  PatalBoardPrint *self = PATAL_BOARD_PRINT (widget);

  if (g_str_equal (name, "boards.print"))
    keep_then (self, THEN_PRINT);
  else if (g_str_equal (name, "boards.save"))
    save (self);
  else if (g_str_equal (name, "boards.pictures"))
    save_pictures (self);
}

/* --- the choices --- */

static void
batch_clear (gpointer data)
{
  Batch *batch = data;

  g_clear_pointer (&batch->works, g_array_unref);
  g_free (batch->stem);
}

/* @title is that of @n works. */
static void
add_batch (PatalBoardPrint *self, GtkStringList *titles, GArray *works, const char *stem, const char *title)
{
  Batch batch = { works != NULL ? g_array_ref (works) : NULL, g_strdup (stem) };

  g_array_append_val (self->batches, batch);
  gtk_string_list_append (titles, title);
}

static char *
counted (const char *title, guint n)
{
  g_autofree char *number = patal_number_group (n);

  return g_strdup_printf ("%s (%s)", title, number);
}

/* The first that is there is proposed: what is chosen, the work that is looked at, what is listed. */
static void
fill_works (PatalBoardPrint *self, const PatalBoardPrintStart *start)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

  if (start->chosen != NULL && start->chosen->len > 1)
    {
      g_autofree char *title = counted (_("The chosen works"), start->chosen->len);

      add_batch (self, titles, start->chosen, "boards-chosen", title);
    }
  if (start->current != 0)
    {
      g_autoptr (GArray) one = g_array_new (FALSE, FALSE, sizeof (gint64));

      g_array_append_val (one, start->current);
      add_batch (self, titles, one, "board", _("This work"));
    }
  if (start->filtered && start->listed->len > 0)
    {
      const char *what = start->place != 0 ? start->place_name : _("The works in the list");
      g_autofree char *title = counted (what, start->listed->len);

      add_batch (self, titles, start->listed, "boards-list", title);
    }
  add_batch (self, titles, NULL, "boards", _("All works of the file"));
  gtk_drop_down_set_model (self->works, G_LIST_MODEL (titles));
}

static void
fill (GtkDropDown *choice, const char *name, const char *const *titles)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);

  for (guint i = 0; titles[i] != NULL; i++)
    gtk_string_list_append (list, _(titles[i]));
  gtk_drop_down_set_model (choice, G_LIST_MODEL (list));
  patal_drop_down_shorten (choice);
  patal_drop_down_set_name (choice, name);
}

static void
fill_choices (PatalBoardPrint *self)
{
  static const char *const kinds[] = { N_("Proof, to scale"), N_("Full size"), N_("Painter's sheet"), N_("Overprint at completion"), NULL };
  static const char *const sides[] = { N_("Front"), N_("Back"), N_("Front and back"), NULL };
  static const char *const fills[] = { N_("As the work stands"), N_("Empty"), N_("Filled in"), NULL };
  static const char *const papers[] = { N_("A4"), N_("A3"), N_("As large as the board"), NULL };

  fill (self->kind, _("What"), kinds);
  fill (self->sides, _("Sides"), sides);
  fill (self->fill, _("Rows of the end"), fills);
  fill (self->paper, _("Paper"), papers);
  patal_drop_down_shorten (self->works);
  patal_drop_down_set_name (self->works, _("Boards"));
  patal_board_lang_fill (self->lang);
}

void
patal_board_print_show (PatalWindow *window, PatalDocument *document, const PatalBoardPrintStart *start)
{
  PatalBoardPrint *self = g_object_new (PATAL_TYPE_BOARD_PRINT, "transient-for", window, NULL);

  self->window = window;
  self->document = g_object_ref (document);
  g_signal_connect_object (document, "progress", G_CALLBACK (progress_cb), self, G_CONNECT_SWAPPED);
  self->filling = TRUE;
  fill_works (self, start);
  gtk_drop_down_set_selected (self->lang, (guint) start->lang);
  patal_board_size_choice_set (self->size, start->width_mm, start->height_mm);
  self->filling = FALSE;
  gtk_window_set_default_size (GTK_WINDOW (self), MAX (gtk_widget_get_width (GTK_WIDGET (window)) - AROUND_PX, LEAST_WIDTH),
                               MAX (gtk_widget_get_height (GTK_WIDGET (window)) - AROUND_PX, LEAST_HEIGHT));
  make_pages (self);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->works));
}

/* --- the object --- */

static void
patal_board_print_dispose (GObject *object)
{
  PatalBoardPrint *self = PATAL_BOARD_PRINT (object);

  cancel_work (self);
  self->filling = TRUE; /* the choices change while they are taken down */
  g_clear_handle_id (&self->settle_id, g_source_remove);
  g_clear_object (&self->chooser);
  g_clear_object (&self->document);
  g_clear_pointer (&self->pages, patal_pages_unref);
  gtk_widget_dispose_template (GTK_WIDGET (object), PATAL_TYPE_BOARD_PRINT);
  G_OBJECT_CLASS (patal_board_print_parent_class)->dispose (object);
}

static void
patal_board_print_finalize (GObject *object)
{
  g_array_unref (PATAL_BOARD_PRINT (object)->batches);
  g_free (PATAL_BOARD_PRINT (object)->path);
  G_OBJECT_CLASS (patal_board_print_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *klass)
{
  gtk_widget_class_bind_template_child (klass, PatalBoardPrint, heading);
  gtk_widget_class_bind_template_child (klass, PatalBoardPrint, choices);
  gtk_widget_class_bind_template_child (klass, PatalBoardPrint, works);
  gtk_widget_class_bind_template_child (klass, PatalBoardPrint, kind);
  gtk_widget_class_bind_template_child (klass, PatalBoardPrint, size);
  gtk_widget_class_bind_template_child (klass, PatalBoardPrint, lang);
  gtk_widget_class_bind_template_child (klass, PatalBoardPrint, sides);
  gtk_widget_class_bind_template_child (klass, PatalBoardPrint, fill);
  gtk_widget_class_bind_template_child (klass, PatalBoardPrint, paper);
  gtk_widget_class_bind_template_child (klass, PatalBoardPrint, keep_label);
  gtk_widget_class_bind_template_child (klass, PatalBoardPrint, stage);
  gtk_widget_class_bind_template_callback (klass, changed_cb);
  gtk_widget_class_bind_template_callback (klass, stop);
}

static void
patal_board_print_class_init (PatalBoardPrintClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = patal_board_print_dispose;
  G_OBJECT_CLASS (klass)->finalize = patal_board_print_finalize;
  g_type_ensure (PATAL_TYPE_BOARD_SIZE_CHOICE);
  g_type_ensure (PATAL_TYPE_PRINT_STAGE);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/grampatal/GramPatal/ui/patal-board-print.ui");
  bind_children (widget_class);
  gtk_widget_class_install_action (widget_class, "boards.print", NULL, act);
  gtk_widget_class_install_action (widget_class, "boards.save", NULL, act);
  gtk_widget_class_install_action (widget_class, "boards.pictures", NULL, act);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "boards.print", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "boards.save", NULL);
}

static void
patal_board_print_init (PatalBoardPrint *self)
{
  self->batches = g_array_new (FALSE, TRUE, sizeof (Batch));
  g_array_set_clear_func (self->batches, batch_clear);
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_choices (self);
  self->filling = FALSE;
  set_work (self, WORK_NONE);
}
