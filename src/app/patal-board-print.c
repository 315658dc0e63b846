/* patal-board-print.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-board-print.h"
#include "patal-board-choice.h"
#include "patal-board-files.h"
#include "patal-drop-down.h"
#include "patal-export-place.h"
#include "patal-faults-button.h"
#include "patal-font.h"
#include "patal-level-word.h"
#include "patal-number.h"
#include "patal-print-stage.h"
#include "patal-settings.h"
#include "patal-unit.h"
#include "patal-work-list.h"
#include <glib/gi18n.h>

#define SETTLED_MS 250
#define AROUND_PX 48     /* of the window below stays to be seen */
#define LEAST_WIDTH 760
#define LEAST_HEIGHT 420
#define MOST_NOTES 4     /* of what is told above the pages */

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
  GtkLabel             *keep_label, *size_label;
  PatalPrintStage      *stage;
  PatalFaultsButton    *faults;
  PatalDocument        *document;
  GArray               *batches; /* of Batch */
  Then                  then;
  char                 *path;    /* (nullable): where to save, while first prints are being kept */
  guint                 settle_id;
  gboolean              filling; /* the choices are being put in */
  GtkFileChooserNative *chooser;
};

G_DEFINE_FINAL_TYPE (PatalBoardPrint, patal_board_print, ADW_TYPE_WINDOW)

static guint mend_signal;

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

static void
stage_changed_cb (PatalBoardPrint *self)
{
  PatalStageWork work = patal_print_stage_get_work (self->stage);
  gboolean ready = work == PATAL_STAGE_IDLE && patal_print_stage_get_pages (self->stage) != NULL;

  gtk_widget_set_sensitive (GTK_WIDGET (self->choices), work == PATAL_STAGE_IDLE || work == PATAL_STAGE_MAKING);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "boards.print", ready);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "boards.save", ready);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "boards.pictures", ready);
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
  g_autofree char *office = patal_office_summary (tally->office);

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
  if (office != NULL)
    g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", office);
  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

/* A font that the pages have to do without; boards in both languages have Hindi in them. */
static void
set_caution (PatalBoardPrint *self)
{
  gboolean english = gtk_drop_down_get_selected (self->lang) == PATAL_BOARD_EN;
  gboolean made = patal_print_stage_get_pages (self->stage) != NULL;

  patal_print_stage_set_caution (self->stage, made ? patal_font_missing (english ? PATAL_LANG_EN : PATAL_LANG_HI) : NULL);
}

static void
show_size_warning (PatalBoardPrint *self, const char *warning)
{
  patal_board_size_choice_warn (self->size, warning);
  gtk_label_set_text (self->size_label, warning != NULL ? warning : "");
  gtk_widget_set_visible (GTK_WIDGET (self->size_label), warning != NULL);
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
  if (made != NULL)
    {
      words = tally_words (&made->tally);
      notes = notes_of (&made->tally);
    }
  patal_faults_button_set (self->faults, made != NULL ? &made->tally.faults : NULL, made != NULL ? made->tally.n_boards : 0);
  show_size_warning (self, made != NULL ? made->size_warning : NULL);
  patal_print_stage_propose_fit (self->stage, PATAL_PRINT_FIT_PAGE);
  patal_print_stage_set_pages (self->stage, made != NULL ? made->pages : NULL);
  set_caution (self);
  patal_print_stage_end (self->stage, error);
  if (g_error_matches (error, PATAL_BOARD_PAGES_ERROR, PATAL_BOARD_PAGES_ERROR_NO_PRINT))
    {
      patal_print_stage_offer (self->stage, _("Print in _Full Size First"), "boards.first-full");
      patal_print_stage_offer (self->stage, _("P_ainter's Sheet First"), "boards.first-painter");
    }
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
                             patal_print_stage_begin (self->stage, PATAL_STAGE_MAKING, _("Laying out the boards…")), made_cb, g_object_ref (self));
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

/* Back to the form of the one that is pressed. */
static void
fault_chosen_cb (PatalBoardPrint *self, gint64 work, const char *field)
{
  g_autoptr (PatalBoardPrint) alive = g_object_ref (self);

  gtk_window_close (GTK_WINDOW (self));
  g_signal_emit (alive, mend_signal, 0, work, field);
}

/* --- printing, saving --- */

static void
print_now (PatalBoardPrint *self)
{
  patal_print_stage_print (self->stage, chosen_batch (self)->stem);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PatalBoardPrint) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (PatalBoardMade) made = patal_document_run_finish (PATAL_DOCUMENT (source), result, &error);

  if (patal_print_stage_end (self->stage, error) && made != NULL)
    patal_print_stage_say_saved (self->stage, made->path);
}

static void
run_saving (PatalBoardPrint *self, PatalJob job, const PatalBoardOrder *order, const char *path)
{
  patal_document_read_async (self->document, job, patal_board_task_new (order, chosen_batch (self)->works, path),
                             (GDestroyNotify) patal_board_task_free, (GDestroyNotify) patal_board_made_free,
                             patal_print_stage_begin (self->stage, PATAL_STAGE_WORKING, _("Saving…")), saved_cb, g_object_ref (self));
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

  if (!patal_print_stage_end (self->stage, error) || !kept)
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
                                (GDestroyNotify) patal_board_task_free, NULL,
                                patal_print_stage_begin (self->stage, PATAL_STAGE_WORKING, _("Keeping the first prints…")), kept_cb,
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

/* What is to be printed over is printed without what is known at the end. */
static void
turn_to_first (PatalBoardPrint *self, PatalBoardKind kind)
{
  gtk_drop_down_set_selected (self->kind, kind);
  gtk_drop_down_set_selected (self->fill, PATAL_BOARD_AT_START);
  gtk_widget_grab_focus (GTK_WIDGET (self->kind));
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
  else if (g_str_equal (name, "boards.first-full"))
    turn_to_first (self, PATAL_BOARD_FULL);
  else if (g_str_equal (name, "boards.first-painter"))
    turn_to_first (self, PATAL_BOARD_PAINTER);
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

/* All works of a place; the list may be of that place already, and then says so itself. */
static void
add_place (PatalBoardPrint *self, GtkStringList *titles, const PatalBoardPrintStart *start, const PatalUnit *unit)
{
  gboolean english = start->lang == PATAL_BOARD_EN;
  const PatalWorkFilter filter = { .within = unit->id, .kind = -1, .status = -1,
                                   .sort = english ? PATAL_WORK_SORT_GP_EN : PATAL_WORK_SORT_GP_HI };
  g_autoptr (GArray) works = patal_work_ids (patal_document_reader (self->document), &filter, NULL);
  g_autofree char *named = NULL;
  g_autofree char *title = NULL;

  if (works == NULL || (start->place == unit->id && start->listed->len == works->len))
    return;
  /* Translators: a kind of place and its name: "Block: Akaltara" */
  named = g_strdup_printf (_("%s: %s"), patal_level_word (unit->level), patal_settings_pick (unit->name_hi, unit->name_en));
  title = counted (named, works->len);
  add_batch (self, titles, works, "boards-place", title);
}

/* The gram panchayat and the block of the work that is looked at. */
static void
add_places (PatalBoardPrint *self, GtkStringList *titles, const PatalBoardPrintStart *start)
{
  PatalDb *reader = patal_document_reader (self->document);
  g_auto (PatalWork) work = { 0 };
  g_auto (PatalUnit) gp = { .population = -1 }, block = { .population = -1 };

  patal_work_init (&work);
  if (!patal_work_load (reader, start->current, &work, NULL) || !patal_unit_load (reader, work.gp, &gp, NULL))
    return;
  add_place (self, titles, start, &gp);
  if (patal_unit_load (reader, gp.parent, &block, NULL))
    add_place (self, titles, start, &block);
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
  if (start->current != 0)
    add_places (self, titles, start);
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

  fill (self->kind, _("What to print"), kinds);
  fill (self->sides, _("Sides"), sides);
  fill (self->fill, _("Rows of the end"), fills);
  fill (self->paper, _("Paper"), papers);
  patal_drop_down_shorten (self->works);
  patal_drop_down_set_name (self->works, _("Boards"));
  patal_board_lang_fill (self->lang);
}

GtkWidget *
patal_board_print_show (PatalWindow *window, PatalDocument *document, const PatalBoardPrintStart *start)
{
  PatalBoardPrint *self = g_object_new (PATAL_TYPE_BOARD_PRINT, "transient-for", window, NULL);

  self->document = g_object_ref (document);
  patal_print_stage_set_document (self->stage, document);
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
  return GTK_WIDGET (self);
}

/* --- the object --- */

static void
patal_board_print_dispose (GObject *object)
{
  PatalBoardPrint *self = PATAL_BOARD_PRINT (object);

  self->filling = TRUE; /* the choices change while they are taken down */
  g_clear_handle_id (&self->settle_id, g_source_remove);
  g_clear_object (&self->chooser);
  g_clear_object (&self->document);
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
  gtk_widget_class_bind_template_child (klass, PatalBoardPrint, size_label);
  gtk_widget_class_bind_template_child (klass, PatalBoardPrint, stage);
  gtk_widget_class_bind_template_child (klass, PatalBoardPrint, faults);
  gtk_widget_class_bind_template_callback (klass, changed_cb);
  gtk_widget_class_bind_template_callback (klass, stage_changed_cb);
  gtk_widget_class_bind_template_callback (klass, fault_chosen_cb);
}

static void
patal_board_print_class_init (PatalBoardPrintClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = patal_board_print_dispose;
  G_OBJECT_CLASS (klass)->finalize = patal_board_print_finalize;
  mend_signal = g_signal_new ("mend", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_INT64,
                              G_TYPE_STRING);
  g_type_ensure (PATAL_TYPE_BOARD_SIZE_CHOICE);
  g_type_ensure (PATAL_TYPE_FAULTS_BUTTON);
  g_type_ensure (PATAL_TYPE_PRINT_STAGE);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/grampatal/GramPatal/ui/patal-board-print.ui");
  bind_children (widget_class);
  gtk_widget_class_install_action (widget_class, "boards.print", NULL, act);
  gtk_widget_class_install_action (widget_class, "boards.save", NULL, act);
  gtk_widget_class_install_action (widget_class, "boards.pictures", NULL, act);
  gtk_widget_class_install_action (widget_class, "boards.first-full", NULL, act);
  gtk_widget_class_install_action (widget_class, "boards.first-painter", NULL, act);
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
  stage_changed_cb (self);
}
