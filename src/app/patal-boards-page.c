/* patal-boards-page.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-boards-page.h"
#include "patal-board-choice.h"
#include "patal-board-print.h"
#include "patal-board-scene.h"
#include "patal-board-settings.h"
#include "patal-board-view.h"
#include "patal-drop-down.h"
#include "patal-findings-list.h"
#include "patal-settings.h"
#include "patal-work-pane.h"
#include "patal-works-list.h"
#include <glib/gi18n.h>

struct _PatalBoardsPage
{
  AdwBin             parent_instance;
  GtkPaned          *paned;
  GtkStack          *left, *right;
  PatalWorksList    *works;
  PatalWorkPane     *pane;         /* NULL until a work is first opened */
  GtkToggleButton   *start_button, *end_button, *back_button, *kept_button, *mm_button, *feet_button;
  PatalBoardSizeChoice *size;
  GtkDropDown       *lang;
  GtkBox            *kept_bar;
  GtkLabel          *kept_label, *zoom_label, *size_label, *none_label;
  PatalBoardView    *view;
  PatalFindingsList *findings;
  GtkMenuButton     *office_button;
  GtkLabel          *office_label;
  PatalDocument     *document;
  PatalBoardScene   *scene;        /* (nullable): of the work that is shown */
  gint64             opened;       /* the work that the pane was opened for */
  GCancellable      *loading;
  gboolean           fill_chosen;  /* start or completion, by hand */
  gboolean           following;    /* the work, and not the hand, turns the buttons */
  gboolean           recalling;    /* what was chosen last is put in */
};

G_DEFINE_FINAL_TYPE (PatalBoardsPage, patal_boards_page, ADW_TYPE_BIN)

/* --- the board --- */

static gboolean
is_open (PatalBoardsPage *self)
{
  return self->pane != NULL && gtk_stack_get_visible_child (self->left) == GTK_WIDGET (self->pane);
}

/* Of two buttons one tells of its turning off before the other is on: only the one that tells is asked. */
static PatalBoardLook
chosen_look (PatalBoardsPage *self)
{
  PatalBoardLook look = { .lang = (PatalBoardLang) gtk_drop_down_get_selected (self->lang),
                          .fill = gtk_toggle_button_get_active (self->start_button) ? PATAL_BOARD_AT_START : PATAL_BOARD_AT_END,
                          .kept = gtk_toggle_button_get_active (self->kept_button) };

  patal_board_size_choice_get (self->size, &look.width_mm, &look.height_mm);
  return look;
}

static char *
kept_words (PatalBoardsPage *self, const PatalBoardSight *sight, const char *day)
{
  guint n = sight->differs != NULL ? sight->differs->len : 0;

  if (patal_board_scene_get_damage (self->scene) != NULL)
    return g_strdup_printf (_("A first print of %s is kept, and cannot be read"), day);
  if (sight->differs == NULL)
    return g_strdup_printf (_("The first print of %s is kept, in another size or language"), day);
  if (n == 0 && sight->parts != 0)
    return g_strdup_printf (_("The first print of %s is kept; what is around its rows would be another today"),
                            day);
  if (n == 0)
    return g_strdup_printf (_("The first print of %s is kept; today's words are the same"), day);
  return g_strdup_printf (ngettext ("The first print of %s is kept; %u row would be another one today",
                                    "The first print of %s is kept; %u rows would be others today", n),
                          day, n);
}

static void
show_kept (PatalBoardsPage *self, const PatalBoardSight *sight)
{
  gint64 printed_at = patal_board_scene_printed_at (self->scene);
  g_autoptr (GDateTime) at = NULL;
  g_autofree char *day = NULL;
  g_autofree char *words = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->kept_bar), printed_at != 0);
  if (printed_at == 0)
    return;
  at = g_date_time_new_from_unix_local (printed_at);
  day = g_date_time_format (at, "%d.%m.%Y");
  words = kept_words (self, sight, day);
  gtk_label_set_text (self->kept_label, words);
  /* where the first print is not to be seen, it is not to be chosen */
  gtk_widget_set_sensitive (gtk_widget_get_parent (GTK_WIDGET (self->kept_button)), sight->differs != NULL);
}

/* What the office lacks stands beside the board, once: no board is at fault for it. */
static void
show_office (PatalBoardsPage *self, guint gaps)
{
  g_autoptr (GPtrArray) sentences = patal_office_sentences (gaps);
  g_autofree char *label = NULL;
  g_autofree char *text = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->office_button), sentences->len > 0);
  if (sentences->len == 0)
    return;
  /* Translators: a button at the foot of the boards: what is to be entered once, for all of them */
  label = g_strdup_printf (_("For All Boards: %u"), sentences->len);
  gtk_menu_button_set_label (self->office_button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->office_button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  g_ptr_array_add (sentences, NULL);
  text = g_strjoinv ("\n\n", (char **) sentences->pdata);
  gtk_label_set_text (self->office_label, text);
}

/* The first print of a frozen work stays. */
static void
update_writable (PatalBoardsPage *self)
{
  gint64 work = self->scene != NULL ? patal_board_scene_get_work (self->scene) : 0;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "boards.take-away",
                                 patal_document_writable (self->document)
                                   && !patal_db_is_frozen (patal_document_reader (self->document), work));
}

/* Until one of the two is chosen, the board shows as its work stands. */
static void
follow_work (PatalBoardsPage *self)
{
  gboolean ended = patal_board_scene_fill (self->scene) == PATAL_BOARD_AT_END;

  if (self->fill_chosen)
    return;
  self->following = TRUE;
  gtk_toggle_button_set_active (ended ? self->end_button : self->start_button, TRUE);
  self->following = FALSE;
}

/* Which size shows where none is chosen, and what is wrong with the one that is. */
static void
show_size (PatalBoardsPage *self, const PatalBoardSight *sight)
{
  double width_mm, height_mm;
  PatalBoardSizeOrigin origin = patal_board_scene_own_size (self->scene, &width_mm, &height_mm);
  g_autofree char *size = patal_board_size_format (width_mm, height_mm, patal_settings_lang ());
  /* Translators: %s is a size: "5 × 4 ft"; in a narrow list of sizes */
  g_autofree char *words = g_strdup_printf (origin == PATAL_BOARD_SIZE_OF_PRINT    ? _("As printed (%s)")
                                            : origin == PATAL_BOARD_SIZE_OF_RECORD ? _("As recorded (%s)")
                                                                                   : _("By kind (%s)"),
                                            size);

  patal_board_size_choice_name_own (self->size, words, size);
  patal_board_size_choice_warn (self->size, sight->size_warning);
  gtk_label_set_text (self->size_label, sight->size_warning != NULL ? sight->size_warning : "");
  gtk_widget_set_visible (GTK_WIDGET (self->size_label), sight->size_warning != NULL);
}

static void
refresh (PatalBoardsPage *self)
{
  PatalBoardLook look;
  g_auto (PatalBoardSight) sight = { 0 };

  if (self->scene == NULL)
    return;
  follow_work (self);
  look = chosen_look (self);
  patal_board_scene_look (self->scene, &look, patal_day_today (), &sight);
  patal_board_view_set_layout (self->view, sight.layout);
  patal_board_view_set_side (self->view, gtk_toggle_button_get_active (self->back_button) ? PATAL_BOARD_BACK : PATAL_BOARD_FRONT);
  patal_board_view_set_marked (self->view, sight.differs);
  gtk_widget_set_sensitive (GTK_WIDGET (self->back_button), patal_board_layout_has_back (sight.layout));
  patal_findings_list_set (self->findings, sight.findings);
  show_size (self, &sight);
  show_kept (self, &sight);
  show_office (self, sight.office);
  update_writable (self);
}

static void
show_none (PatalBoardsPage *self)
{
  g_clear_pointer (&self->scene, patal_board_scene_free);
  patal_board_view_set_layout (self->view, NULL);
  patal_findings_list_set (self->findings, NULL);
  gtk_label_set_text (self->none_label, patal_works_list_count_listed (self->works) > 0
                                          ? _("Choose a work in the list to see its board. Enter opens its form: the board follows as you type.")
                                          : _("Here stands the board of the work that is chosen."));
  gtk_stack_set_visible_child_name (self->right, "none");
}

typedef struct
{
  PatalWork work; /* its id alone where it is to be read */
  gboolean  typed;
} Wanted;

static void
wanted_free (gpointer data)
{
  Wanted *wanted = data;

  patal_work_clear (&wanted->work);
  g_free (wanted);
}

static gpointer
scene_job (PatalDb *db, gpointer data, G_GNUC_UNUSED const PatalProgress *progress, GError **error)
{
  const Wanted *wanted = data;
  g_auto (PatalWork) work = { 0 };

  if (wanted->typed)
    return patal_board_scene_read (db, &wanted->work, error);
  patal_work_init (&work);
  return patal_work_load (db, wanted->work.id, &work, error) ? patal_board_scene_read (db, &work, error) : NULL;
}

static void load (PatalBoardsPage *self);

/* Whoever goes on typing while it was read sees what is typed by now. */
static void
scene_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PatalBoardsPage) self = user_data;
  g_autoptr (GError) error = NULL;
  PatalBoardScene *scene = patal_document_run_finish (PATAL_DOCUMENT (source), result, &error);
  const PatalWork *typed;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (scene == NULL)
    {
      if (!g_error_matches (error, PATAL_DB_ERROR, PATAL_DB_ERROR_NOT_FOUND)) /* an undo has taken it away */
        patal_document_complain (PATAL_DOCUMENT (source), error);
      show_none (self);
      return;
    }
  g_clear_pointer (&self->scene, patal_board_scene_free);
  self->scene = scene;
  typed = is_open (self) ? patal_work_pane_get_work (self->pane) : NULL;
  if (typed != NULL && !patal_board_scene_set_work (self->scene, typed))
    {
      load (self);
      return;
    }
  refresh (self);
  gtk_stack_set_visible_child_name (self->right, "board");
}

static void
load (PatalBoardsPage *self)
{
  const PatalWork *typed = is_open (self) ? patal_work_pane_get_work (self->pane) : NULL;
  gint64 id = is_open (self) ? 0 : patal_works_list_get_current (self->works);
  Wanted *wanted;

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  if (typed == NULL && id == 0)
    {
      show_none (self);
      return;
    }
  self->loading = g_cancellable_new ();
  wanted = g_new0 (Wanted, 1);
  wanted->typed = typed != NULL;
  if (typed != NULL)
    patal_work_copy (&wanted->work, typed);
  else
    {
      patal_work_init (&wanted->work);
      wanted->work.id = id;
    }
  patal_document_read_async (self->document, scene_job, wanted, wanted_free, (GDestroyNotify) patal_board_scene_free, self->loading,
                             scene_read_cb, g_object_ref (self));
}

static void
changed_cb (PatalBoardsPage *self, GStrv tables)
{
  static const char *const ours[] = { "work", "work_material", "board", "board_template", "scheme", "wage_rate", "unit", "setting", "person",
                                      "posting" };

  for (guint i = 0; i < G_N_ELEMENTS (ours); i++)
    if (patal_document_touches ((const char *const *) tables, ours[i]))
      {
        load (self);
        return;
      }
  if (patal_document_touches ((const char *const *) tables, "frozen"))
    update_writable (self);
}

/* --- the list and the form --- */

static void
typed_cb (PatalBoardsPage *self)
{
  const PatalWork *typed = patal_work_pane_get_work (self->pane);

  if (typed != NULL && self->scene != NULL && patal_board_scene_set_work (self->scene, typed))
    refresh (self);
  else
    load (self);
}

/* The list as it was, with the work in it that was open. */
static void
back_cb (PatalBoardsPage *self)
{
  gint64 id;

  if (!patal_work_pane_leave (self->pane))
    return;
  id = patal_work_pane_get_id (self->pane);
  gtk_stack_set_visible_child (self->left, GTK_WIDGET (self->works));
  patal_board_view_choose (self->view, NULL);
  if (!patal_works_list_return_to (self->works, id))
    patal_works_list_take_focus (self->works);
  load (self);
}

static void
made_cb (PatalBoardsPage *self, gint64 id)
{
  self->opened = id;
  load (self);
}

static PatalWorkPane *
ensure_pane (PatalBoardsPage *self)
{
  if (self->pane == NULL)
    {
      self->pane = PATAL_WORK_PANE (patal_work_pane_new (self->document));
      gtk_stack_add_child (self->left, GTK_WIDGET (self->pane));
      g_signal_connect_object (self->pane, "back", G_CALLBACK (back_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (self->pane, "typed", G_CALLBACK (typed_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (self->pane, "made", G_CALLBACK (made_cb), self, G_CONNECT_SWAPPED);
    }
  return self->pane;
}

static void
turn_to_pane (PatalBoardsPage *self)
{
  gtk_stack_set_visible_child (self->left, GTK_WIDGET (self->pane));
  load (self);
}

static void
open_work (PatalBoardsPage *self, gint64 id)
{
  if (!patal_work_pane_show (ensure_pane (self), id))
    return;
  self->opened = id;
  turn_to_pane (self);
  patal_work_pane_turn_to (self->pane, PATAL_WORK_PART_WORK);
  patal_work_pane_take_focus (self->pane);
}

static void
opened_cb (PatalBoardsPage *self, gint64 id)
{
  open_work (self, id);
}

/* Where the list is of one panchayat, the work is in it. */
static void
add_cb (PatalBoardsPage *self)
{
  gint64 place = patal_works_list_get_place (self->works);

  if (!patal_work_pane_begin (ensure_pane (self), place))
    return;
  self->opened = 0;
  turn_to_pane (self);
}

static void
chosen_cb (PatalBoardsPage *self)
{
  if (!is_open (self) && (self->scene == NULL || patal_works_list_get_current (self->works) != patal_board_scene_get_work (self->scene)))
    load (self);
}

/* --- from the board to the form --- */

/* FALSE: there is no form to go to. */
static gboolean
ensure_form (PatalBoardsPage *self)
{
  gint64 id = patal_works_list_get_current (self->works);

  if (!is_open (self) && id != 0)
    open_work (self, id);
  return is_open (self);
}

static void
field_cb (PatalBoardsPage *self, const char *field)
{
  if (ensure_form (self))
    {
      patal_work_pane_turn_to (self->pane, PATAL_WORK_PART_WORK);
      patal_work_pane_focus_field (self->pane, field);
    }
}

static void
remedy_cb (PatalBoardsPage *self, const char *field, const char *value)
{
  if (ensure_form (self))
    {
      patal_work_pane_set_field (self->pane, field, value);
      patal_work_pane_focus_field (self->pane, field);
    }
}

static void
row_pressed_cb (PatalBoardsPage *self, const char *row)
{
  const char *field = patal_board_work_field (row);

  if (field != NULL)
    field_cb (self, field);
  else
    patal_document_say (self->document, _("This row is not of the work: it is what the directory, the scheme or the preferences say"));
}

/* --- what is pressed --- */

/* A size that is not typed to its end is none. */
static void
remember_look (PatalBoardsPage *self)
{
  double width_mm, height_mm;

  g_settings_set_enum (patal_settings (), "boards-language", (int) gtk_drop_down_get_selected (self->lang));
  if (patal_board_size_choice_get (self->size, &width_mm, &height_mm))
    g_settings_set (patal_settings (), "boards-size", "(dd)", width_mm, height_mm);
}

static void
look_cb (PatalBoardsPage *self)
{
  if (self->recalling)
    return;
  remember_look (self);
  refresh (self);
}

static void
fill_cb (PatalBoardsPage *self)
{
  if (self->following)
    return;
  self->fill_chosen = TRUE;
  refresh (self);
}

static void
unit_cb (PatalBoardsPage *self)
{
  PatalRulerUnit unit = gtk_toggle_button_get_active (self->mm_button) ? PATAL_RULER_MM : PATAL_RULER_FEET;

  patal_board_view_set_unit (self->view, unit);
  if (!self->recalling)
    g_settings_set_enum (patal_settings (), "boards-ruler", (int) unit);
}

static void
position_cb (PatalBoardsPage *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    g_settings_set_int (patal_settings (), "boards-pane-width", gtk_paned_get_position (self->paned));
}

static void
recall (PatalBoardsPage *self)
{
  gboolean feet = g_settings_get_enum (patal_settings (), "boards-ruler") == PATAL_RULER_FEET;
  double width_mm, height_mm;

  self->recalling = TRUE;
  gtk_drop_down_set_selected (self->lang, (guint) g_settings_get_enum (patal_settings (), "boards-language"));
  g_settings_get (patal_settings (), "boards-size", "(dd)", &width_mm, &height_mm);
  patal_board_size_choice_set (self->size, width_mm, height_mm);
  gtk_toggle_button_set_active (feet ? self->feet_button : self->mm_button, TRUE);
  gtk_paned_set_position (self->paned, g_settings_get_int (patal_settings (), "boards-pane-width"));
  self->recalling = FALSE;
}

static void
zoom_notify_cb (PatalBoardsPage *self)
{
  g_autofree char *zoom = g_strdup_printf ("%.0f %%", 100 * patal_zoom_view_get_zoom (PATAL_ZOOM_VIEW (self->view)));

  gtk_label_set_text (self->zoom_label, zoom);
}

typedef struct
{
  gint64 work;
  char  *name;
} Drop;

static void
drop_free (gpointer data)
{
  g_free (((Drop *) data)->name);
  g_free (data);
}

static gboolean
drop_print (PatalDb *db, gpointer data, GError **error)
{
  return patal_board_drop_print (db, ((const Drop *) data)->work, error);
}

static gpointer
drop_job (PatalDb *db, gpointer data, G_GNUC_UNUSED const PatalProgress *progress, GError **error)
{
  const Drop *drop = data;

  return GINT_TO_POINTER (patal_db_edit (db, PATAL_LABEL (N_("Took the first print of {1} away"), drop->name), drop_print, data, error));
}

static void
dropped_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PatalBoardsPage) self = user_data;
  g_autoptr (GError) error = NULL;

  if (patal_document_run_finish (PATAL_DOCUMENT (source), result, &error) == NULL)
    patal_document_complain (PATAL_DOCUMENT (source), error);
}

static void
take_away (PatalBoardsPage *self)
{
  PatalBoardLook look = chosen_look (self);
  g_auto (PatalBoardSight) sight = { 0 };
  Drop *drop;

  if (self->scene == NULL || patal_board_scene_printed_at (self->scene) == 0)
    return;
  patal_board_scene_look (self->scene, &look, patal_day_today (), &sight);
  drop = g_new (Drop, 1);
  *drop = (Drop) { patal_board_scene_get_work (self->scene), g_strdup (patal_board_layout_name (sight.layout)) };
  patal_document_write_async (self->document, drop_job, drop, drop_free, NULL, NULL, dropped_cb, g_object_ref (self));
}

static void
show_preferences (PatalBoardsPage *self)
{
  gtk_menu_button_popdown (self->office_button);
  patal_board_settings_show (GTK_WIDGET (self), self->document);
}

static void
act (GtkWidget *widget, const char *name, G_GNUC_UNUSED GVariant *parameter)
{
  PatalBoardsPage *self = PATAL_BOARDS_PAGE (widget);

  if (g_str_equal (name, "boards.print"))
    patal_boards_page_print (self);
  else if (g_str_equal (name, "boards.edit"))
    ensure_form (self);
  else if (g_str_equal (name, "boards.preferences"))
    show_preferences (self);
  else if (g_str_equal (name, "boards.take-away"))
    take_away (self);
  else if (g_str_equal (name, "boards.zoom-in"))
    patal_zoom_view_zoom_in (PATAL_ZOOM_VIEW (self->view));
  else if (g_str_equal (name, "boards.zoom-out"))
    patal_zoom_view_zoom_out (PATAL_ZOOM_VIEW (self->view));
  else if (g_str_equal (name, "boards.fit"))
    patal_board_view_fit (self->view);
}

/* --- for others --- */

void
patal_boards_page_show_work (PatalBoardsPage *self, gint64 id)
{
  if (is_open (self))
    {
      if (!patal_work_pane_leave (self->pane))
        return;
      gtk_stack_set_visible_child (self->left, GTK_WIDGET (self->works));
    }
  patal_works_list_select (self->works, id);
}

void
patal_boards_page_take_focus (PatalBoardsPage *self)
{
  if (is_open (self))
    patal_work_pane_take_focus (self->pane);
  else
    patal_works_list_take_focus (self->works);
}

/* From the window for printing. */
static void
mend_cb (PatalBoardsPage *self, gint64 work, const char *field)
{
  if (!patal_boards_page_leave (self))
    return;
  open_work (self, work);
  if (field != NULL)
    field_cb (self, field);
}

/* What is typed is printed, so it is saved first. */
void
patal_boards_page_print (PatalBoardsPage *self)
{
  PatalBoardLook look = chosen_look (self);
  PatalBoardPrintStart start = { .lang = look.lang, .width_mm = look.width_mm, .height_mm = look.height_mm, .fill = look.fill };
  g_autofree char *place = NULL;
  GtkWidget *print;

  if (!patal_boards_page_leave (self))
    return;
  start.current = is_open (self) ? patal_work_pane_get_id (self->pane) : patal_works_list_get_current (self->works);
  start.chosen = is_open (self) ? NULL : patal_works_list_get_chosen (self->works);
  start.listed = patal_works_list_get_listed (self->works);
  start.place = patal_works_list_get_place (self->works);
  start.place_name = place = patal_works_list_get_place_name (self->works);
  start.filtered = patal_works_list_is_filtered (self->works);
  print = patal_board_print_show (PATAL_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), self->document, &start);
  g_signal_connect_object (print, "mend", G_CALLBACK (mend_cb), self, G_CONNECT_SWAPPED);
  g_clear_pointer (&start.chosen, g_array_unref);
  g_clear_pointer (&start.listed, g_array_unref);
}

gint64
patal_boards_page_get_place (PatalBoardsPage *self)
{
  return patal_works_list_get_place (self->works);
}

gboolean
patal_boards_page_leave (PatalBoardsPage *self)
{
  return self->pane == NULL || patal_work_pane_leave (self->pane);
}

GtkWidget *
patal_boards_page_new (PatalDocument *document)
{
  PatalBoardsPage *self = g_object_new (PATAL_TYPE_BOARDS_PAGE, NULL);

  self->document = g_object_ref (document);
  patal_works_list_set_document (self->works, document);
  g_signal_connect_object (document, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "settled", G_CALLBACK (update_writable), self, G_CONNECT_SWAPPED);
  update_writable (self);
  return GTK_WIDGET (self);
}

/* --- the object --- */

static void
patal_boards_page_dispose (GObject *object)
{
  PatalBoardsPage *self = PATAL_BOARDS_PAGE (object);

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), PATAL_TYPE_BOARDS_PAGE);
  g_clear_pointer (&self->scene, patal_board_scene_free);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (patal_boards_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *klass)
{
  gtk_widget_class_bind_template_child (klass, PatalBoardsPage, paned);
  gtk_widget_class_bind_template_child (klass, PatalBoardsPage, left);
  gtk_widget_class_bind_template_child (klass, PatalBoardsPage, right);
  gtk_widget_class_bind_template_child (klass, PatalBoardsPage, works);
  gtk_widget_class_bind_template_child (klass, PatalBoardsPage, start_button);
  gtk_widget_class_bind_template_child (klass, PatalBoardsPage, end_button);
  gtk_widget_class_bind_template_child (klass, PatalBoardsPage, kept_button);
  gtk_widget_class_bind_template_child (klass, PatalBoardsPage, back_button);
  gtk_widget_class_bind_template_child (klass, PatalBoardsPage, mm_button);
  gtk_widget_class_bind_template_child (klass, PatalBoardsPage, feet_button);
  gtk_widget_class_bind_template_child (klass, PatalBoardsPage, size);
  gtk_widget_class_bind_template_child (klass, PatalBoardsPage, lang);
  gtk_widget_class_bind_template_child (klass, PatalBoardsPage, kept_bar);
  gtk_widget_class_bind_template_child (klass, PatalBoardsPage, kept_label);
  gtk_widget_class_bind_template_child (klass, PatalBoardsPage, zoom_label);
  gtk_widget_class_bind_template_child (klass, PatalBoardsPage, size_label);
  gtk_widget_class_bind_template_child (klass, PatalBoardsPage, none_label);
  gtk_widget_class_bind_template_child (klass, PatalBoardsPage, view);
  gtk_widget_class_bind_template_child (klass, PatalBoardsPage, findings);
  gtk_widget_class_bind_template_child (klass, PatalBoardsPage, office_button);
  gtk_widget_class_bind_template_child (klass, PatalBoardsPage, office_label);
}

static void
patal_boards_page_class_init (PatalBoardsPageClass *klass)
{
  static const char *const actions[] = { "boards.print",    "boards.edit", "boards.take-away", "boards.zoom-in",
                                         "boards.zoom-out", "boards.fit",  "boards.preferences" };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = patal_boards_page_dispose;
  g_type_ensure (PATAL_TYPE_WORKS_LIST);
  g_type_ensure (PATAL_TYPE_BOARD_VIEW);
  g_type_ensure (PATAL_TYPE_BOARD_SIZE_CHOICE);
  g_type_ensure (PATAL_TYPE_FINDINGS_LIST);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/grampatal/GramPatal/ui/patal-boards-page.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, opened_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_bind_template_callback (widget_class, look_cb);
  gtk_widget_class_bind_template_callback (widget_class, fill_cb);
  gtk_widget_class_bind_template_callback (widget_class, unit_cb);
  gtk_widget_class_bind_template_callback (widget_class, position_cb);
  gtk_widget_class_bind_template_callback (widget_class, zoom_notify_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, field_cb);
  gtk_widget_class_bind_template_callback (widget_class, remedy_cb);
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i], NULL, act);
}

static void
patal_boards_page_init (PatalBoardsPage *self)
{
  self->recalling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  patal_board_lang_fill (self->lang);
  recall (self);
}
