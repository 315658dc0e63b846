/* patal-board-settings.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-board-settings.h"
#include "patal-board-facts.h"
#include "patal-doc-type-dialog.h"
#include "patal-entry-row.h"
#include "patal-rate-dialog.h"
#include "patal-scheme-dialog.h"
#include "patal-setting.h"
#include "patal-settings.h"
#include "patal-template-rows.h"
#include "patal-template-use.h"
#include "patal-unit.h"
#include <glib/gi18n.h>

#define N_CONTACTS 3
static const char *const contact_keys[N_CONTACTS] = { PATAL_SETTING_OMBUDSMAN, PATAL_SETTING_OMBUDSMAN_EN, PATAL_SETTING_OMBUDSMAN_PHONE };

typedef struct /* a list of records of the file */
{
  AdwPreferencesGroup *group;
  GPtrArray           *rows;    /* GtkWidget, borrowed */
  GPtrArray           *records; /* (nullable): what the rows show */
} Listing;

struct _PatalBoardSettings
{
  AdwPreferencesWindow parent_instance;
  PatalEntryRow       *contacts[N_CONTACTS];
  Listing              helplines, schemes, rates, types;
  PatalDocument       *document;
  char                *state_code; /* of the file's state; "" where it has none */
};

G_DEFINE_FINAL_TYPE (PatalBoardSettings, patal_board_settings, ADW_TYPE_PREFERENCES_WINDOW)

/* --- contacts --- */

static void
contacts_free (gpointer data)
{
  char **contacts = data;

  for (int i = 0; i < N_CONTACTS; i++)
    g_free (contacts[i]);
  g_free (contacts);
}

static gboolean
write_contacts (PatalDb *db, gpointer data, GError **error)
{
  char *const *contacts = data;

  for (int i = 0; i < N_CONTACTS; i++)
    if (!patal_setting_set (db, contact_keys[i], contacts[i], error))
      return FALSE;
  return TRUE;
}

static gpointer
contacts_job (PatalDb *db, gpointer data, G_GNUC_UNUSED const PatalProgress *progress, GError **error)
{
  return GINT_TO_POINTER (patal_db_edit (db, PATAL_LABEL (N_("Changed the contacts on boards")), write_contacts, data, error));
}

static void
complain_cb (GObject *source, GAsyncResult *result, G_GNUC_UNUSED gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  if (patal_document_run_finish (PATAL_DOCUMENT (source), result, &error) == NULL)
    patal_document_complain (PATAL_DOCUMENT (source), error);
}

static void
contacts_cb (PatalBoardSettings *self)
{
  char **contacts = g_new0 (char *, N_CONTACTS);

  for (int i = 0; i < N_CONTACTS; i++)
    contacts[i] = patal_entry_row_get (self->contacts[i]);
  patal_document_write_async (self->document, contacts_job, contacts, contacts_free, NULL, NULL, complain_cb, NULL);
}

static void
fill_contacts (PatalBoardSettings *self)
{
  for (int i = 0; i < N_CONTACTS; i++)
    {
      g_autofree char *value = NULL;

      patal_setting_get (patal_document_reader (self->document), contact_keys[i], &value, NULL);
      patal_entry_row_show (self->contacts[i], value);
    }
}

/* --- lists of records --- */

static GtkWidget *
row_new (const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle != NULL ? subtitle : "");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("document-edit-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  return row;
}

static void
listing_clear (Listing *listing)
{
  for (guint i = 0; i < listing->rows->len; i++)
    adw_preferences_group_remove (listing->group, g_ptr_array_index (listing->rows, i));
  g_ptr_array_set_size (listing->rows, 0);
  g_clear_pointer (&listing->records, g_ptr_array_unref);
}

static void
listing_add (Listing *listing, GtkWidget *row, gpointer record)
{
  g_object_set_data (G_OBJECT (row), "record", record);
  g_ptr_array_add (listing->rows, row);
  adw_preferences_group_add (listing->group, row);
}

static void
listing_add_pressed (PatalBoardSettings *self, Listing *listing, GtkWidget *row, gpointer record, GCallback activated)
{
  listing_add (listing, row, record);
  g_signal_connect_object (row, "activated", activated, self, 0);
}

static const char *
standing (gboolean verified)
{
  return verified ? _("Confirmed") : _("Unverified");
}

/* --- toll-free numbers, which belong to the schemes --- */

typedef struct
{
  gint64 scheme;
  char  *code, *helpline; /* of the latter (nullable) */
} Helpline;

static void
helpline_free (gpointer data)
{
  Helpline *change = data;

  g_free (change->code);
  g_free (change->helpline);
  g_free (change);
}

static gboolean
write_helpline (PatalDb *db, gpointer data, GError **error)
{
  Helpline *change = data;
  g_auto (PatalScheme) scheme = { 0 };

  if (!patal_scheme_load (db, change->scheme, &scheme, error))
    return FALSE;
  g_free (scheme.helpline);
  scheme.helpline = g_steal_pointer (&change->helpline);
  return patal_scheme_update (db, &scheme, error);
}

static gpointer
helpline_job (PatalDb *db, gpointer data, G_GNUC_UNUSED const PatalProgress *progress, GError **error)
{
  const PatalLabel *label = PATAL_LABEL (N_("Changed the toll-free number of {1}"), ((Helpline *) data)->code);

  return GINT_TO_POINTER (patal_db_edit (db, label, write_helpline, data, error));
}

static void
helpline_cb (GtkWidget *row, gpointer user_data)
{
  PatalBoardSettings *self = user_data;
  const PatalScheme *scheme = g_object_get_data (G_OBJECT (row), "record");
  Helpline *change = g_new (Helpline, 1);

  *change = (Helpline) { scheme->id, g_strdup (scheme->code), patal_entry_row_get (PATAL_ENTRY_ROW (row)) };
  patal_document_write_async (self->document, helpline_job, change, helpline_free, NULL, NULL, complain_cb, NULL);
}

static void
add_helpline (PatalBoardSettings *self, PatalScheme *scheme)
{
  GtkWidget *row = patal_entry_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_use_underline (ADW_PREFERENCES_ROW (row), FALSE);
  listing_add (&self->helplines, row, scheme);
  g_signal_connect_object (row, "entered", G_CALLBACK (helpline_cb), self, 0);
}

/* The rows stay where there are as many: leaving one saves it, and the next one has the focus. */
static void
fill_helplines (PatalBoardSettings *self)
{
  g_autoptr (GPtrArray) schemes = patal_scheme_list (patal_document_reader (self->document), NULL);

  if (schemes == NULL)
    return;
  if (self->helplines.rows->len != schemes->len)
    {
      listing_clear (&self->helplines);
      for (guint i = 0; i < schemes->len; i++)
        add_helpline (self, g_ptr_array_index (schemes, i));
    }
  for (guint i = 0; i < schemes->len; i++)
    {
      PatalScheme *scheme = g_ptr_array_index (schemes, i);
      GtkWidget *row = g_ptr_array_index (self->helplines.rows, i);

      g_object_set_data (G_OBJECT (row), "record", scheme);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                     patal_settings_pick (scheme->names[PATAL_LANG_HI], scheme->names[PATAL_LANG_EN]));
      patal_entry_row_show (PATAL_ENTRY_ROW (row), scheme->helpline);
    }
  g_clear_pointer (&self->helplines.records, g_ptr_array_unref);
  self->helplines.records = g_steal_pointer (&schemes);
}

static void
scheme_cb (GtkWidget *row, gpointer user_data)
{
  PatalBoardSettings *self = user_data;

  patal_scheme_dialog_show (GTK_WIDGET (self), self->document, g_object_get_data (G_OBJECT (row), "record"));
}

static void
fill_schemes (PatalBoardSettings *self)
{
  g_autoptr (GPtrArray) schemes = patal_scheme_list (patal_document_reader (self->document), NULL);

  listing_clear (&self->schemes);
  for (guint i = 0; schemes != NULL && i < schemes->len; i++)
    {
      PatalScheme *scheme = g_ptr_array_index (schemes, i);
      g_autofree char *below = g_strdup_printf ("%s%s%s · %s", scheme->code, scheme->helpline != NULL ? " · " : "",
                                                scheme->helpline != NULL ? scheme->helpline : "", standing (scheme->verified));

      listing_add_pressed (self, &self->schemes,
                           row_new (patal_settings_pick (scheme->names[PATAL_LANG_HI], scheme->names[PATAL_LANG_EN]), below), scheme,
                           G_CALLBACK (scheme_cb));
    }
  self->schemes.records = g_steal_pointer (&schemes);
}

static void
rate_cb (GtkWidget *row, gpointer user_data)
{
  PatalBoardSettings *self = user_data;

  patal_rate_dialog_show (GTK_WIDGET (self), self->document, g_object_get_data (G_OBJECT (row), "record"), self->state_code);
}

static const char *
scheme_code (PatalBoardSettings *self, gint64 id)
{
  for (guint i = 0; self->schemes.records != NULL && i < self->schemes.records->len; i++)
    {
      const PatalScheme *scheme = g_ptr_array_index (self->schemes.records, i);

      if (scheme->id == id)
        return scheme->code;
    }
  return "";
}

static void
fill_rates (PatalBoardSettings *self)
{
  g_autoptr (GPtrArray) rates = patal_wage_rates (patal_document_reader (self->document), self->state_code, NULL);

  listing_clear (&self->rates);
  for (guint i = 0; rates != NULL && i < rates->len; i++)
    {
      PatalWageRate *rate = g_ptr_array_index (rates, i);
      g_autofree char *amount = patal_money_format (rate->paise, PATAL_MONEY_RUPEES), *day = patal_day_format (rate->from);
      /* Translators: an amount and a day */
      g_autofree char *title = g_strdup_printf (_("Rs %s from %s"), amount, day);
      g_autofree char *below = g_strdup_printf ("%s · %s%s%s", scheme_code (self, rate->scheme), standing (rate->verified),
                                                rate->order_no != NULL ? " · " : "", rate->order_no != NULL ? rate->order_no : "");

      listing_add_pressed (self, &self->rates, row_new (title, below), rate, G_CALLBACK (rate_cb));
    }
  self->rates.records = g_steal_pointer (&rates);
}

static void
type_cb (GtkWidget *row, gpointer user_data)
{
  PatalBoardSettings *self = user_data;

  patal_doc_type_dialog_show (GTK_WIDGET (self), self->document, g_object_get_data (G_OBJECT (row), "record"), 0);
}

static void
fill_types (PatalBoardSettings *self)
{
  g_autoptr (GPtrArray) types = patal_doc_types (patal_document_reader (self->document), NULL);
  guint number = 0;

  listing_clear (&self->types);
  for (guint i = 0; types != NULL && i < types->len; i++)
    {
      PatalDocType *type = g_ptr_array_index (types, i);
      const char *name = patal_settings_pick (type->names[PATAL_LANG_HI], type->names[PATAL_LANG_EN]);
      const char *other = name == type->names[PATAL_LANG_HI] ? type->names[PATAL_LANG_EN] : type->names[PATAL_LANG_HI];
      g_autofree char *title = type->in_use ? g_strdup_printf ("%u. %s", ++number, name) : g_strdup (name);
      GtkWidget *row = row_new (title, type->in_use ? other : _("Not in use"));

      if (!type->in_use)
        gtk_widget_add_css_class (row, "dim-label");
      listing_add_pressed (self, &self->types, row, type, G_CALLBACK (type_cb));
    }
  self->types.records = g_steal_pointer (&types);
}

/* --- adding --- */

static void
add_scheme_cb (PatalBoardSettings *self)
{
  patal_scheme_dialog_show (GTK_WIDGET (self), self->document, NULL);
}

static void
add_rate_cb (PatalBoardSettings *self)
{
  patal_rate_dialog_show (GTK_WIDGET (self), self->document, NULL, self->state_code);
}

static void
add_type_cb (PatalBoardSettings *self)
{
  int rank = 0;

  for (guint i = 0; self->types.records != NULL && i < self->types.records->len; i++)
    rank = MAX (rank, ((PatalDocType *) g_ptr_array_index (self->types.records, i))->rank);
  patal_doc_type_dialog_show (GTK_WIDGET (self), self->document, NULL, rank + 1);
}

/* --- the pages --- */

static AdwPreferencesPage *
add_page (PatalBoardSettings *self, const char *title, const char *icon)
{
  AdwPreferencesPage *page = ADW_PREFERENCES_PAGE (adw_preferences_page_new ());

  adw_preferences_page_set_title (page, title);
  adw_preferences_page_set_icon_name (page, icon);
  adw_preferences_window_add (ADW_PREFERENCES_WINDOW (self), page);
  return page;
}

static void
add_listing (PatalBoardSettings *self, AdwPreferencesPage *page, Listing *listing, const char *title, const char *description,
             const char *add, GCallback add_cb)
{
  GtkWidget *group = adw_preferences_group_new (), *button = gtk_button_new_with_mnemonic (add);

  *listing = (Listing) { ADW_PREFERENCES_GROUP (group), g_ptr_array_new (), NULL };
  adw_preferences_group_set_title (listing->group, title);
  adw_preferences_group_set_description (listing->group, description);
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  g_signal_connect_object (button, "clicked", add_cb, self, G_CONNECT_SWAPPED);
  adw_preferences_group_set_header_suffix (listing->group, button);
  adw_preferences_page_add (page, listing->group);
}

static void
add_contacts (PatalBoardSettings *self)
{
  static const char *const titles[N_CONTACTS] = { N_("Ombudsman (_Hindi)"), N_("Ombudsman (_English)"), N_("_Phone of the ombudsman") };
  AdwPreferencesPage *page = add_page (self, _("Contacts"), "system-users-symbolic");
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _("Whom Citizens Can Turn To"));
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group),
    _("Printed on each board. The programme officer is the one who is posted in the block, with the telephone of that person."));
  for (int i = 0; i < N_CONTACTS; i++)
    {
      GtkWidget *row = patal_entry_row_new ();

      self->contacts[i] = PATAL_ENTRY_ROW (row);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _(titles[i]));
      g_signal_connect_object (row, "entered", G_CALLBACK (contacts_cb), self, G_CONNECT_SWAPPED);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
    }
  adw_preferences_page_add (page, ADW_PREFERENCES_GROUP (group));
  self->helplines = (Listing) { ADW_PREFERENCES_GROUP (adw_preferences_group_new ()), g_ptr_array_new (), NULL };
  adw_preferences_group_set_title (self->helplines.group, _("Toll-Free Numbers"));
  adw_preferences_group_set_description (self->helplines.group, _("Of each scheme, on the boards of its works."));
  adw_preferences_page_add (page, self->helplines.group);
}

static void
add_templates (PatalBoardSettings *self)
{
  AdwPreferencesPage *page = add_page (self, _("Templates"), "x-office-document-symbolic");

  adw_preferences_page_add (page, ADW_PREFERENCES_GROUP (patal_template_use_new (self->document)));
  adw_preferences_page_add (page, ADW_PREFERENCES_GROUP (patal_template_rows_new (self->document)));
}

static void
add_pages (PatalBoardSettings *self)
{
  add_contacts (self);
  add_listing (self, add_page (self, _("Schemes"), "view-list-symbolic"), &self->schemes, _("Schemes"),
               _("Their names, toll-free numbers and logos, as boards print them."), _("_Add a Scheme…"), G_CALLBACK (add_scheme_cb));
  add_listing (self, add_page (self, _("Wage Rates"), "x-office-spreadsheet-symbolic"), &self->rates, _("Wage Rates"),
               _("Rupees for a day of unskilled work in this state. A rate without an order number is marked as unverified."),
               _("_Add a Rate…"), G_CALLBACK (add_rate_cb));
  add_listing (self, add_page (self, _("Work Files"), "view-list-ordered-symbolic"), &self->types, _("Checklist of Work Files"),
               _("The documents that each work file is asked for, in this order."), _("_Add a Document…"), G_CALLBACK (add_type_cb));
  add_templates (self);
}

/* The window below says it too, where this one hides it. */
static void
notice_cb (PatalBoardSettings *self, const char *sentence)
{
  g_autofree char *plain = g_markup_escape_text (sentence, -1); /* a toast's title is markup */

  adw_preferences_window_add_toast (ADW_PREFERENCES_WINDOW (self), adw_toast_new (plain));
}

static void
changed_cb (PatalBoardSettings *self, GStrv tables)
{
  const char *const *touched = (const char *const *) tables;

  if (patal_document_touches (touched, "setting"))
    fill_contacts (self);
  if (patal_document_touches (touched, "scheme"))
    {
      fill_helplines (self);
      fill_schemes (self);
    }
  if (patal_document_touches (touched, "scheme") || patal_document_touches (touched, "wage_rate"))
    fill_rates (self);
  if (patal_document_touches (touched, "work_doc_type"))
    fill_types (self);
}

static char *
state_code_of (PatalDb *reader)
{
  g_autoptr (GArray) states = patal_unit_ids (reader, &(PatalUnitFilter) { .level = PATAL_LEVEL_STATE }, NULL);
  g_auto (PatalUnit) state = { .population = -1 };

  if (states != NULL && states->len > 0 && patal_unit_load (reader, g_array_index (states, gint64, 0), &state, NULL)
      && state.lgd_code != NULL)
    return g_strdup (state.lgd_code);
  return g_strdup ("");
}

void
patal_board_settings_show (GtkWidget *asked_from, PatalDocument *document)
{
  GtkRoot *root = gtk_widget_get_root (asked_from);
  PatalBoardSettings *self = g_object_new (PATAL_TYPE_BOARD_SETTINGS, "title", _("Settings of Boards"), "modal", TRUE, "search-enabled", FALSE,
                                           "default-width", 640, "default-height", 560, "transient-for",
                                           GTK_IS_WINDOW (root) ? root : NULL, NULL);

  self->document = g_object_ref (document);
  self->state_code = state_code_of (patal_document_reader (document));
  add_pages (self);
  fill_contacts (self);
  fill_helplines (self);
  fill_schemes (self);
  fill_rates (self);
  fill_types (self);
  gtk_widget_set_sensitive (gtk_window_get_child (GTK_WINDOW (self)), patal_document_writable (document));
  g_signal_connect_object (document, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "notice", G_CALLBACK (notice_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (self));
}

static void
patal_board_settings_dispose (GObject *object)
{
  PatalBoardSettings *self = PATAL_BOARD_SETTINGS (object);
  Listing *const listings[] = { &self->helplines, &self->schemes, &self->rates, &self->types };

  for (gsize i = 0; i < G_N_ELEMENTS (listings); i++)
    {
      g_clear_pointer (&listings[i]->rows, g_ptr_array_unref);
      g_clear_pointer (&listings[i]->records, g_ptr_array_unref);
    }
  g_clear_object (&self->document);
  g_clear_pointer (&self->state_code, g_free);
  G_OBJECT_CLASS (patal_board_settings_parent_class)->dispose (object);
}

static void
patal_board_settings_class_init (PatalBoardSettingsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = patal_board_settings_dispose;
}

static void
patal_board_settings_init (G_GNUC_UNUSED PatalBoardSettings *self)
{
}
