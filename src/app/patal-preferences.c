/* patal-preferences.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-preferences.h"
#include "patal-board-settings.h"
#include "patal-calendar.h"
#include "patal-entry-row.h"
#include "patal-setting.h"
#include "patal-settings.h"
#include "patal-unit.h"
#include "patal-window.h"
#include "patal-word-dialog.h"
#include <glib/gi18n.h>

struct _PatalPreferences
{
  AdwPreferencesWindow parent_instance;
  AdwComboRow         *language;
  AdwActionRow        *restart_row;
  PatalEntryRow       *who, *week_order, *prepared_by, *checked_by, *signed_by;
  GtkSwitch           *five_days;
  AdwPreferencesPage  *office_page, *words_page;
  AdwPreferencesGroup *words_group;
  GPtrArray           *words, *word_rows; /* PatalPackWord; GtkWidget, borrowed */
  PatalDocument       *document;          /* (nullable) */
  gboolean             filling;
};

G_DEFINE_FINAL_TYPE (PatalPreferences, patal_preferences, ADW_TYPE_PREFERENCES_WINDOW)

/* --- of the program --- */

static void
language_cb (PatalPreferences *self)
{
  gboolean english = adw_combo_row_get_selected (self->language) == 1;

  if (self->filling)
    return;
  g_settings_set_string (patal_settings (), "language", english ? "en" : "hi");
  gtk_widget_set_visible (GTK_WIDGET (self->restart_row), english != (patal_settings_lang () == PATAL_LANG_EN));
}

static void
restart_cb (PatalPreferences *self)
{
  GtkWindow *window = gtk_window_get_transient_for (GTK_WINDOW (self));
  GApplication *app = g_application_get_default ();

  if (!PATAL_IS_APPLICATION (app) || window == NULL)
    return;
  gtk_window_destroy (GTK_WINDOW (self)); /* what may have to be asked about is in the window behind */
  patal_application_restart (PATAL_APPLICATION (app));
}

static gpointer
who_job (PatalDb *db, gpointer data, G_GNUC_UNUSED const PatalProgress *progress, G_GNUC_UNUSED GError **error)
{
  const char *who = data;

  patal_db_set_who (db, *who != '\0' ? who : g_get_real_name ());
  return GINT_TO_POINTER (TRUE);
}

static void
complain_cb (GObject *source, GAsyncResult *result, G_GNUC_UNUSED gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  if (patal_document_run_finish (PATAL_DOCUMENT (source), result, &error) == NULL)
    patal_document_complain (PATAL_DOCUMENT (source), error);
}

static void
who_cb (PatalPreferences *self)
{
  g_autofree char *who = patal_entry_row_get (self->who);

  g_settings_set_string (patal_settings (), "who", who != NULL ? who : "");
  if (self->document != NULL && patal_document_writable (self->document))
    patal_document_write_async (self->document, who_job, g_strdup (who != NULL ? who : ""), g_free, NULL, NULL, complain_cb, NULL);
}

/* --- of the file: the office --- */

typedef struct
{
  gboolean five_days;
  char    *week_order, *prepared_by, *checked_by, *signed_by; /* each (nullable) */
} Office;

static void
office_free (gpointer data)
{
  Office *office = data;

  g_free (office->week_order);
  g_free (office->prepared_by);
  g_free (office->checked_by);
  g_free (office->signed_by);
  g_free (office);
}

static Office *
read_office (PatalPreferences *self)
{
  Office *office = g_new (Office, 1);

  *office = (Office) {
    .five_days = gtk_switch_get_active (self->five_days),
    .week_order = patal_entry_row_get (self->week_order),
    .prepared_by = patal_entry_row_get (self->prepared_by),
    .checked_by = patal_entry_row_get (self->checked_by),
    .signed_by = patal_entry_row_get (self->signed_by),
  };
  return office;
}

static gboolean
write_week (PatalDb *db, gpointer data, GError **error)
{
  const Office *office = data;

  return patal_week_set (db, office->five_days ? PATAL_WEEK_FIVE_DAYS : PATAL_WEEK_SIX_DAYS, office->week_order, error);
}

static gpointer
week_job (PatalDb *db, gpointer data, G_GNUC_UNUSED const PatalProgress *progress, GError **error)
{
  const PatalLabel *label = ((const Office *) data)->five_days ? PATAL_LABEL (N_("The office works five days a week"))
                                                               : PATAL_LABEL (N_("The office works six days a week"));

  return GINT_TO_POINTER (patal_db_edit (db, label, write_week, data, error));
}

static gboolean
write_signatures (PatalDb *db, gpointer data, GError **error)
{
  const Office *office = data;

  return patal_setting_set (db, PATAL_SETTING_PREPARED_BY, office->prepared_by, error)
         && patal_setting_set (db, PATAL_SETTING_CHECKED_BY, office->checked_by, error)
         && patal_setting_set (db, PATAL_SETTING_SIGNED_BY, office->signed_by, error);
}

static gpointer
signatures_job (PatalDb *db, gpointer data, G_GNUC_UNUSED const PatalProgress *progress, GError **error)
{
  return GINT_TO_POINTER (patal_db_edit (db, PATAL_LABEL (N_("Changed the signatures on reports")), write_signatures, data, error));
}

static void
week_cb (PatalPreferences *self)
{
  if (!self->filling && self->document != NULL)
    patal_document_write_async (self->document, week_job, read_office (self), office_free, NULL, NULL, complain_cb, NULL);
}

static void
signatures_cb (PatalPreferences *self)
{
  if (!self->filling && self->document != NULL)
    patal_document_write_async (self->document, signatures_job, read_office (self), office_free, NULL, NULL, complain_cb, NULL);
}

static void
boards_cb (PatalPreferences *self)
{
  if (self->document != NULL)
    patal_board_settings_show (GTK_WIDGET (self), self->document);
}

static void
show_setting (PatalPreferences *self, PatalEntryRow *row, const char *key)
{
  g_autofree char *value = NULL;

  patal_setting_get (patal_document_reader (self->document), key, &value, NULL);
  patal_entry_row_show (row, value);
}

/* --- of the file: the words --- */

static void
word_cb (AdwActionRow *row, gpointer user_data)
{
  PatalPreferences *self = user_data;
  guint index = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "index"));

  patal_word_dialog_show (GTK_WIDGET (self), self->document, g_ptr_array_index (self->words, index));
}

static GtkWidget *
word_row (PatalPreferences *self, guint index)
{
  const PatalPackWord *word = g_ptr_array_index (self->words, index);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *next = gtk_image_new_from_icon_name ("document-edit-symbolic");
  g_autofree char *title = g_strdup_printf ("%s — %s", word->hi, word->en);
  g_autofree char *below = !word->verified ? g_strdup (_("Unverified"))
                           : word->order_no != NULL ? g_strdup_printf (_("Confirmed by order %s"), word->order_no)
                                                    : g_strdup (word->source);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), below != NULL ? below : "");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), next);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data (G_OBJECT (row), "index", GUINT_TO_POINTER (index));
  g_signal_connect (row, "activated", G_CALLBACK (word_cb), self);
  return row;
}

static void
fill_words (PatalPreferences *self)
{
  PatalDb *reader = patal_document_reader (self->document);
  g_autoptr (GArray) states = patal_unit_ids (reader, &(PatalUnitFilter) { .level = PATAL_LEVEL_STATE }, NULL);
  g_auto (PatalUnit) state = { .population = -1 };

  for (guint i = 0; i < self->word_rows->len; i++)
    adw_preferences_group_remove (self->words_group, g_ptr_array_index (self->word_rows, i));
  g_ptr_array_set_size (self->word_rows, 0);
  g_clear_pointer (&self->words, g_ptr_array_unref);
  if (states != NULL && states->len > 0 && patal_unit_load (reader, g_array_index (states, gint64, 0), &state, NULL))
    self->words = patal_pack_words (reader, state.lgd_code != NULL ? state.lgd_code : "", NULL);
  for (guint i = 0; self->words != NULL && i < self->words->len; i++)
    {
      GtkWidget *row = word_row (self, i);

      g_ptr_array_add (self->word_rows, row);
      adw_preferences_group_add (self->words_group, row);
    }
}

static void
fill_office (PatalPreferences *self)
{
  g_auto (PatalWeek) week = { 0 };

  self->filling = TRUE;
  if (patal_week_load (patal_document_reader (self->document), &week, NULL))
    {
      gtk_switch_set_active (self->five_days, (week.off & PATAL_WEEKDAYS (PATAL_SATURDAY)) != 0);
      patal_entry_row_show (self->week_order, week.order_no);
    }
  show_setting (self, self->prepared_by, PATAL_SETTING_PREPARED_BY);
  show_setting (self, self->checked_by, PATAL_SETTING_CHECKED_BY);
  show_setting (self, self->signed_by, PATAL_SETTING_SIGNED_BY);
  self->filling = FALSE;
}

static void
changed_cb (PatalPreferences *self, GStrv tables)
{
  const char *const *touched = (const char *const *) tables;

  if (patal_document_touches (touched, "label"))
    fill_words (self);
  if (patal_document_touches (touched, "setting"))
    fill_office (self);
}

static void
take_document (PatalPreferences *self, PatalDocument *document)
{
  gboolean writable = document != NULL && patal_document_writable (document);

  gtk_widget_set_visible (GTK_WIDGET (self->office_page), document != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->words_page), document != NULL);
  if (document == NULL)
    return;
  self->document = g_object_ref (document);
  fill_office (self);
  fill_words (self);
  gtk_widget_set_sensitive (GTK_WIDGET (self->office_page), writable);
  gtk_widget_set_sensitive (GTK_WIDGET (self->words_page), writable);
  g_signal_connect_object (self->five_days, "notify::active", G_CALLBACK (week_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}

void
patal_preferences_show (GtkWindow *parent)
{
  PatalPreferences *self = g_object_new (PATAL_TYPE_PREFERENCES, "transient-for", parent, NULL);

  take_document (self, PATAL_IS_WINDOW (parent) ? patal_window_get_document (PATAL_WINDOW (parent)) : NULL);
  gtk_window_present (GTK_WINDOW (self));
}

static void
patal_preferences_dispose (GObject *object)
{
  PatalPreferences *self = PATAL_PREFERENCES (object);

  self->filling = TRUE;
  g_clear_object (&self->document);
  g_clear_pointer (&self->words, g_ptr_array_unref);
  g_clear_pointer (&self->word_rows, g_ptr_array_unref);
  G_OBJECT_CLASS (patal_preferences_parent_class)->dispose (object);
}

static void
patal_preferences_class_init (PatalPreferencesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = patal_preferences_dispose;
  g_type_ensure (PATAL_TYPE_ENTRY_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/grampatal/GramPatal/ui/patal-preferences.ui");
  gtk_widget_class_bind_template_child (widget_class, PatalPreferences, language);
  gtk_widget_class_bind_template_child (widget_class, PatalPreferences, restart_row);
  gtk_widget_class_bind_template_child (widget_class, PatalPreferences, who);
  gtk_widget_class_bind_template_child (widget_class, PatalPreferences, week_order);
  gtk_widget_class_bind_template_child (widget_class, PatalPreferences, prepared_by);
  gtk_widget_class_bind_template_child (widget_class, PatalPreferences, checked_by);
  gtk_widget_class_bind_template_child (widget_class, PatalPreferences, signed_by);
  gtk_widget_class_bind_template_child (widget_class, PatalPreferences, five_days);
  gtk_widget_class_bind_template_child (widget_class, PatalPreferences, office_page);
  gtk_widget_class_bind_template_child (widget_class, PatalPreferences, words_page);
  gtk_widget_class_bind_template_child (widget_class, PatalPreferences, words_group);
  gtk_widget_class_bind_template_callback (widget_class, language_cb);
  gtk_widget_class_bind_template_callback (widget_class, restart_cb);
  gtk_widget_class_bind_template_callback (widget_class, who_cb);
  gtk_widget_class_bind_template_callback (widget_class, week_cb);
  gtk_widget_class_bind_template_callback (widget_class, signatures_cb);
  gtk_widget_class_bind_template_callback (widget_class, boards_cb);
}

static void
patal_preferences_init (PatalPreferences *self)
{
  g_autofree char *language = g_settings_get_string (patal_settings (), "language");
  g_autofree char *who = patal_settings_who ();

  self->word_rows = g_ptr_array_new ();
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  adw_combo_row_set_selected (self->language, g_str_equal (language, "en") ? 1 : 0);
  gtk_widget_set_visible (GTK_WIDGET (self->restart_row),
                          g_str_equal (language, "en") != (patal_settings_lang () == PATAL_LANG_EN));
  patal_entry_row_show (self->who, who);
  self->filling = FALSE;
}
