/* patal-posting-fields.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-posting-fields.h"
#include "patal-settings.h"
#include <glib/gi18n.h>

/* Posts by rank; only those of the place's own level where the place is known. @keep is offered in any case. */
static void
offer_posts (PatalPostingFields *fields, gint64 keep)
{
  PatalDb *reader = patal_document_reader (fields->document);
  gint64 unit_id = patal_record_chooser_get_record (fields->unit), none = 0;
  g_autoptr (GPtrArray) posts = patal_posts (reader, NULL);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_auto (PatalUnit) unit = { .population = -1 };
  gboolean known = unit_id != 0 && patal_unit_load (reader, unit_id, &unit, NULL);
  guint selected = 0;

  g_array_set_size (fields->posts, 0);
  g_array_append_val (fields->posts, none);
  gtk_string_list_append (names, fields->need == PATAL_POSTING_FIELDS_OPTIONAL ? _("No post yet") : _("Choose…"));
  for (guint i = 0; posts != NULL && i < posts->len; i++)
    {
      const PatalPost *post = g_ptr_array_index (posts, i);
      g_autofree char *name = NULL;

      if (known && post->level != unit.level)
        continue;
      name = patal_post_name (reader, post->id, unit_id, patal_settings_lang ());
      if (post->id == keep)
        selected = fields->posts->len;
      g_array_append_val (fields->posts, post->id);
      gtk_string_list_append (names, name);
    }
  gtk_drop_down_set_model (fields->post, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (fields->post, selected);
}

static gint64
chosen_post (PatalPostingFields *fields)
{
  guint chosen = gtk_drop_down_get_selected (fields->post);

  return chosen < fields->posts->len ? g_array_index (fields->posts, gint64, chosen) : 0;
}

static void
unit_chosen_cb (G_GNUC_UNUSED PatalRecordChooser *chooser, gpointer user_data)
{
  PatalPostingFields *fields = user_data;

  offer_posts (fields, chosen_post (fields));
  patal_form_dialog_typed (fields->dialog);
}

void
patal_posting_fields_add (PatalPostingFields *fields, PatalFormDialog *dialog, PatalDocument *document, PatalPostingFieldsNeed need)
{
  const char *charges[] = { _(patal_charge_title (PATAL_CHARGE_MAIN)), _(patal_charge_title (PATAL_CHARGE_ADDITIONAL)), NULL };
  const char *posts[] = { NULL };

  *fields = (PatalPostingFields) { .need = need, .dialog = dialog, .document = document,
                                   .posts = g_array_new (FALSE, FALSE, sizeof (gint64)) };
  fields->unit = patal_form_dialog_add_chooser (dialog, "unit", _("P_lace"), "unit");
  patal_form_dialog_begin_pair (dialog);
  fields->post = patal_form_dialog_add_choice (dialog, "post", _("P_ost"), posts);
  fields->charge = patal_form_dialog_add_choice (dialog, "charge", _("_Charge"), charges);
  patal_form_dialog_begin_pair (dialog);
  fields->from = patal_form_dialog_add_field (dialog, "from", _("_From"));
  if (need == PATAL_POSTING_FIELDS_NEEDED)
    fields->to = patal_form_dialog_add_field (dialog, "to", _("_Until"));
  fields->order_no = patal_form_dialog_add_field (dialog, "order_no", _("Order _number"));
  fields->relieve = patal_form_dialog_add_check (dialog, "");
  gtk_check_button_set_active (fields->relieve, TRUE);
  gtk_widget_set_visible (GTK_WIDGET (fields->relieve), FALSE);
  g_object_set (fields->from, "hint", _("DD.MM.YYYY"), NULL);
  if (fields->to != NULL)
    g_object_set (fields->to, "hint", _("DD.MM.YYYY"), NULL);
  g_signal_connect (fields->unit, "chosen", G_CALLBACK (unit_chosen_cb), fields);
}

void
patal_posting_fields_clear (PatalPostingFields *fields)
{
  g_clear_pointer (&fields->posts, g_array_unref);
}

static void
show_day (PatalField *field, PatalDay day)
{
  g_autofree char *shown = day != PATAL_DAY_NONE ? patal_day_format (day) : NULL;

  patal_field_set_text (field, shown);
}

void
patal_posting_fields_show (PatalPostingFields *fields, const PatalPosting *posting)
{
  patal_record_chooser_set_record (fields->unit, posting->unit);
  offer_posts (fields, posting->post);
  gtk_drop_down_set_selected (fields->charge, posting->charge == PATAL_CHARGE_ADDITIONAL);
  show_day (fields->from, posting->from);
  if (fields->to != NULL)
    show_day (fields->to, posting->to);
  patal_field_set_text (fields->order_no, posting->order_no);
}

static gboolean
read_day (PatalField *field, const char *id, PatalDay *out, const char **at, GError **error)
{
  g_autofree char *typed = patal_field_get_value (field);

  *out = PATAL_DAY_NONE;
  if (typed == NULL || patal_day_parse (typed, out, error))
    return TRUE;
  *at = id;
  return FALSE;
}

gboolean
patal_posting_fields_need (gboolean there, const char *id, const char *sentence, const char **at, GError **error)
{
  if (there)
    return TRUE;
  *at = id;
  g_set_error_literal (error, PATAL_POSTING_ERROR, PATAL_POSTING_ERROR_WHAT, sentence);
  return FALSE;
}

gboolean
patal_posting_fields_read (PatalPostingFields *fields, PatalPosting *into, const char **field, GError **error)
{
  into->unit = patal_record_chooser_get_record (fields->unit);
  into->post = chosen_post (fields);
  into->charge = gtk_drop_down_get_selected (fields->charge) == 1 ? PATAL_CHARGE_ADDITIONAL : PATAL_CHARGE_MAIN;
  g_free (into->order_no);
  into->order_no = patal_field_get_value (fields->order_no);
  if (fields->need == PATAL_POSTING_FIELDS_OPTIONAL && into->unit == 0 && into->post == 0)
    return TRUE;
  return patal_posting_fields_need (into->unit != 0, "unit", _("Choose the place"), field, error)
         && patal_posting_fields_need (into->post != 0, "post", _("Choose the post"), field, error)
         && read_day (fields->from, "from", &into->from, field, error)
         && (fields->to == NULL || read_day (fields->to, "to", &into->to, field, error));
}

void
patal_posting_fields_show_stand_ins (PatalPostingFields *fields, const PatalPosting *posting)
{
  g_autoptr (GPtrArray) stand_ins = posting->post != 0 && posting->unit != 0
                                      ? patal_posting_stand_ins (patal_document_reader (fields->document), posting, NULL) : NULL;
  g_autoptr (GString) names = g_string_new (NULL);
  g_autofree char *words = NULL;

  for (guint i = 0; stand_ins != NULL && i < stand_ins->len; i++)
    {
      const PatalHolding *holding = g_ptr_array_index (stand_ins, i);

      g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", patal_settings_pick (holding->person_hi, holding->person_en));
    }
  /* Translators: a name, or several with commas */
  words = g_strdup_printf (_("_Relieve %s, who has the additional charge, the day before"), names->str);
  gtk_check_button_set_label (fields->relieve, words);
  gtk_widget_set_visible (GTK_WIDGET (fields->relieve), names->len > 0);
  fields->relieving = names->len > 0 && gtk_check_button_get_active (fields->relieve);
}

gboolean
patal_posting_fields_relieve (const PatalPostingFields *fields, PatalDb *db, const PatalPosting *posting, GError **error)
{
  return !fields->relieving || patal_posting_relieve (db, posting, error);
}
