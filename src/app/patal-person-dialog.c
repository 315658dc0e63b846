/* patal-person-dialog.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-person-dialog.h"
#include "patal-contact.h"
#include "patal-leaving-dialog.h"
#include "patal-person.h"
#include "patal-posting-dialog.h"
#include "patal-posting-fields.h"
#include "patal-settings.h"
#include <glib/gi18n.h>

typedef struct
{
  PatalPerson     person;
  PatalPosting    posting;   /* of a new person: the first one; @post is 0 where there is none */
  char           *post_name, *unit_name; /* of it, for the journal */
  PatalDocument  *document; /* borrowed from the dialog; main thread only */
  PatalPostingFields fields; /* of a new person only */
  PatalField     *name_hi, *name_en, *mobile, *email, *guardian, *remark;
  GtkDropDown    *gender, *social;
  GtkCheckButton *consent;
  GtkListBox     *postings;  /* NULL for a new person */
  GtkWidget      *leave;     /* likewise */
} Form;

static void
form_free (gpointer data)
{
  Form *form = data;

  patal_person_clear (&form->person);
  patal_posting_clear (&form->posting);
  patal_posting_fields_clear (&form->fields);
  g_free (form->post_name);
  g_free (form->unit_name);
  g_free (form);
}

static void
take (char **into, PatalField *field)
{
  g_free (*into);
  *into = patal_field_get_value (field);
}

/* The post that a new person is given at once. */
static gboolean
read_posting (Form *form, const char **field, GError **error)
{
  PatalDb *reader = patal_document_reader (form->document);
  PatalPosting *posting = &form->posting;

  if (!patal_posting_fields_read (&form->fields, posting, field, error))
    return FALSE;
  g_clear_pointer (&form->post_name, g_free);
  g_clear_pointer (&form->unit_name, g_free);
  if (posting->post == 0)
    return TRUE;
  posting->person = PATAL_POSTING_NEW_PERSON;
  form->post_name = patal_post_name (reader, posting->post, posting->unit, PATAL_LANG_HI);
  form->unit_name = patal_unit_name (reader, posting->unit, PATAL_LANG_HI);
  patal_posting_fields_show_stand_ins (&form->fields, posting);
  return patal_posting_check (reader, posting, field, error);
}

static gboolean
read_form (G_GNUC_UNUSED PatalFormDialog *dialog, gpointer data, const char **field, GError **error)
{
  Form *form = data;
  PatalPerson *person = &form->person;
  char *mobile = NULL;

  take (&person->name_hi, form->name_hi);
  take (&person->name_en, form->name_en);
  take (&person->email, form->email);
  take (&person->guardian, form->guardian);
  take (&person->remark, form->remark);
  person->gender = gtk_drop_down_get_selected (form->gender);
  person->social = gtk_drop_down_get_selected (form->social);
  person->consent = gtk_check_button_get_active (form->consent);
  if (!patal_contact_mobile_parse (patal_field_get_text (form->mobile), &mobile, error))
    {
      *field = "mobile";
      return FALSE;
    }
  g_free (person->mobile);
  person->mobile = mobile;
  return patal_person_check (person, field, error) && (person->id != 0 || read_posting (form, field, error));
}

static gboolean
write_person (PatalDb *db, gpointer data, GError **error)
{
  return patal_person_update (db, &((Form *) data)->person, error);
}

/* The person and the post: one edit, one undo. The form stays a new person's where it fails. */
static gboolean
add_person (PatalDb *db, gpointer data, GError **error)
{
  Form *form = data;
  PatalPerson *person = &form->person;
  gboolean added = patal_person_insert (db, person, error);

  form->posting.person = person->id;
  added = added && (form->posting.post == 0
                    || (patal_posting_insert (db, &form->posting, error)
                        && patal_posting_fields_relieve (&form->fields, db, &form->posting, error)));
  if (!added)
    person->id = 0;
  return added;
}

static gboolean
remove_person (PatalDb *db, gpointer data, GError **error)
{
  return patal_person_remove (db, ((Form *) data)->person.id, error);
}

static const char *
name_of (const PatalPerson *person)
{
  return person->name_hi != NULL ? person->name_hi : person->name_en;
}

static gpointer
write_job (PatalDb *db, gpointer data, G_GNUC_UNUSED const PatalProgress *progress, GError **error)
{
  Form *form = data;
  const char *name = name_of (&form->person);

  if (form->person.id != 0)
    return GINT_TO_POINTER (patal_db_edit (db, PATAL_LABEL (N_("Corrected {1}"), name), write_person, form, error));
  if (form->posting.post == 0)
    return GINT_TO_POINTER (patal_db_edit (db, PATAL_LABEL (N_("Added {1}"), name), add_person, form, error));
  /* Translators: a person, a post, a place */
  return GINT_TO_POINTER (patal_db_edit (db, PATAL_LABEL (N_("Added {1}: {2}, {3}"), name, form->post_name, form->unit_name), add_person,
                                         form, error));
}

static gpointer
remove_job (PatalDb *db, gpointer data, G_GNUC_UNUSED const PatalProgress *progress, GError **error)
{
  const PatalLabel *label = PATAL_LABEL (N_("Removed {1}"), name_of (&((Form *) data)->person));

  return GINT_TO_POINTER (patal_db_edit (db, label, remove_person, data, error));
}

static const PatalFormKind person_kind = { .read = read_form, .write = write_job, .remove = remove_job };

/* --- the posts --- */

static char *
posting_words (const PatalHolding *holding)
{
  g_autofree char *from = holding->from != PATAL_DAY_NONE ? patal_day_format (holding->from) : NULL;
  g_autofree char *to = holding->to != PATAL_DAY_NONE ? patal_day_format (holding->to) : NULL;
  g_autoptr (GString) words = g_string_new (_(patal_charge_title (holding->charge)));

  if (from != NULL && to != NULL) /* Translators: two days */
    g_string_append_printf (words, _(" · %s to %s"), from, to);
  else if (from != NULL) /* Translators: %s is a day */
    g_string_append_printf (words, _(" · since %s"), from);
  else if (to != NULL) /* Translators: %s is a day */
    g_string_append_printf (words, _(" · until %s"), to);
  if (holding->order_no != NULL)
    g_string_append_printf (words, " · %s", holding->order_no);
  return g_string_free (g_steal_pointer (&words), FALSE);
}

static void
fill_postings (Form *form)
{
  g_autoptr (GPtrArray) holdings = patal_holdings_of (patal_document_reader (form->document), form->person.id, patal_day_today (),
                                                      NULL);
  PatalDay today = patal_day_today ();
  GtkListBoxRow *old;
  guint lasting = 0;

  while ((old = gtk_list_box_get_row_at_index (form->postings, 0)) != NULL)
    gtk_list_box_remove (form->postings, GTK_WIDGET (old));
  for (guint i = 0; holdings != NULL && i < holdings->len; i++)
    {
      const PatalHolding *holding = g_ptr_array_index (holdings, i);
      GtkWidget *row = adw_action_row_new ();
      g_autofree char *words = posting_words (holding);
      g_autofree char *title = g_strdup_printf ("%s, %s", patal_settings_pick (holding->post_hi, holding->post_en),
                                                patal_settings_pick (holding->unit_hi, holding->unit_en));

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), words);
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), patal_document_writable (form->document));
      g_object_set_data_full (G_OBJECT (row), "posting", g_memdup2 (&holding->posting, sizeof holding->posting), g_free);
      gtk_list_box_append (form->postings, row);
      lasting += holding->to == PATAL_DAY_NONE || holding->to >= today;
    }
  gtk_widget_set_visible (GTK_WIDGET (form->postings), holdings != NULL && holdings->len > 0);
  gtk_widget_set_visible (form->leave, lasting > 0);
}

static void
posting_activated_cb (GtkListBox *list, GtkListBoxRow *row, gpointer user_data)
{
  Form *form = user_data;
  const gint64 *posting = g_object_get_data (G_OBJECT (row), "posting");

  patal_posting_dialog_show (GTK_WIDGET (list), form->document, &(PatalPostingStart) { .posting = *posting });
}

static void
add_posting_cb (GtkButton *button, gpointer user_data)
{
  Form *form = user_data;

  patal_posting_dialog_show (GTK_WIDGET (button), form->document, &(PatalPostingStart) { .person = form->person.id });
}

static void
leave_cb (GtkButton *button, gpointer user_data)
{
  Form *form = user_data;

  patal_leaving_dialog_show (GTK_WIDGET (button), form->document, form->person.id);
}

static void
changed_cb (PatalFormDialog *dialog, GStrv tables)
{
  Form *form = g_object_get_data (G_OBJECT (dialog), "form");

  if (patal_document_touches ((const char *const *) tables, "posting"))
    fill_postings (form);
}

static GtkWidget *
posts_button (Form *form, const char *title, const char *icon, GCallback clicked)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_sensitive (button, patal_document_writable (form->document));
  g_signal_connect (button, "clicked", clicked, form);
  return button;
}

static void
add_postings (PatalFormDialog *dialog, Form *form)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _("Posts"));
  form->leave = gtk_button_new_with_mnemonic (_("_Leaves Service…"));
  gtk_widget_set_tooltip_text (form->leave, _("Retired, deceased or resigned: all posts end on one day"));
  gtk_widget_add_css_class (form->leave, "flat");
  gtk_widget_set_sensitive (form->leave, patal_document_writable (form->document));
  g_signal_connect (form->leave, "clicked", G_CALLBACK (leave_cb), form);
  gtk_box_append (GTK_BOX (buttons), form->leave);
  gtk_box_append (GTK_BOX (buttons), posts_button (form, _("Give a post to this person"), "list-add-symbolic", G_CALLBACK (add_posting_cb)));
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (group), buttons);
  form->postings = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (form->postings, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (form->postings), "boxed-list");
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (form->postings));
  g_signal_connect (form->postings, "row-activated", G_CALLBACK (posting_activated_cb), form);
  patal_form_dialog_add_widget (dialog, group);
  g_object_set_data (G_OBJECT (dialog), "form", form);
  g_signal_connect_object (form->document, "changed", G_CALLBACK (changed_cb), dialog, G_CONNECT_SWAPPED);
  fill_postings (form);
}

static void
add_fields (PatalFormDialog *dialog, Form *form)
{
  const char *genders[PATAL_N_GENDERS + 1] = { _("Not known") };
  const char *socials[PATAL_N_SOCIALS + 1] = { _("Not known") };

  for (guint i = 1; i < PATAL_N_GENDERS; i++)
    genders[i] = _(patal_gender_title (i));
  for (guint i = 1; i < PATAL_N_SOCIALS; i++)
    socials[i] = _(patal_social_title (i));
  patal_form_dialog_begin_pair (dialog);
  form->name_hi = patal_form_dialog_add_text (dialog, "name_hi", _("Name (_Hindi)"));
  form->name_en = patal_form_dialog_add_text (dialog, "name_en", _("Name (_English)"));
  patal_form_dialog_begin_pair (dialog);
  form->mobile = patal_form_dialog_add_field (dialog, "mobile", _("_Mobile"));
  form->email = patal_form_dialog_add_field (dialog, "email", _("E-_mail"));
  if (form->person.id == 0)
    patal_posting_fields_add (&form->fields, dialog, form->document, PATAL_POSTING_FIELDS_OPTIONAL);
  form->guardian = patal_form_dialog_add_text (dialog, "guardian", _("_Father’s or husband’s name"));
  patal_form_dialog_begin_pair (dialog);
  form->gender = patal_form_dialog_add_choice (dialog, "gender", _("_Gender"), genders);
  form->social = patal_form_dialog_add_choice (dialog, "social", _("Social _category"), socials);
  form->remark = patal_form_dialog_add_text (dialog, "remark", _("_Remark"));
  form->consent = patal_form_dialog_add_check (dialog, _("Agrees that name and _photo are shown"));
  g_object_set (form->mobile, "purpose", GTK_INPUT_PURPOSE_PHONE, NULL);
}

static void
fill (Form *form)
{
  const PatalPerson *person = &form->person;

  patal_field_set_text (form->name_hi, person->name_hi);
  patal_field_set_text (form->name_en, person->name_en);
  patal_field_set_text (form->mobile, person->mobile);
  patal_field_set_text (form->email, person->email);
  patal_field_set_text (form->guardian, person->guardian);
  patal_field_set_text (form->remark, person->remark);
  gtk_drop_down_set_selected (form->gender, person->gender);
  gtk_drop_down_set_selected (form->social, person->social);
  gtk_check_button_set_active (form->consent, person->consent);
}

void
patal_person_dialog_show (GtkWidget *asked_from, PatalDocument *document, gint64 person)
{
  Form *form = g_new0 (Form, 1);
  g_autoptr (GError) error = NULL;
  PatalFormDialog *dialog;

  form->document = document;
  if (!patal_person_load (patal_document_reader (document), person, &form->person, &error))
    {
      patal_document_complain (document, error);
      form_free (form);
      return;
    }
  dialog = patal_form_dialog_new (asked_from, document, name_of (&form->person), &person_kind, form, form_free);
  add_fields (dialog, form);
  fill (form);
  add_postings (dialog, form);
  patal_form_dialog_offer_remove (dialog, _("_Remove This Person"));
  patal_form_dialog_present (dialog);
}

void
patal_person_dialog_add (GtkWidget *asked_from, PatalDocument *document, gint64 unit, gint64 post)
{
  Form *form = g_new0 (Form, 1);
  PatalFormDialog *dialog;

  form->document = document;
  dialog = patal_form_dialog_new (asked_from, document, _("New Person"), &person_kind, form, form_free);
  add_fields (dialog, form);
  patal_posting_fields_show (&form->fields, &(PatalPosting) { .unit = unit, .post = post, .from = patal_day_today () });
  patal_form_dialog_present (dialog);
}
