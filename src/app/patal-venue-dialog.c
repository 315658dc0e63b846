/* patal-venue-dialog.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-venue-dialog.h"
#include "patal-contact.h"
#include "patal-degrees.h"
#include "patal-form-dialog.h"
#include "patal-number.h"
#include "patal-venue.h"
#include <glib/gi18n.h>
#include <math.h>

typedef struct
{
  PatalVenue          venue;
  PatalField         *name_hi, *name_en, *capacity, *halls, *lat, *lon, *contact, *mobile, *remark;
  PatalRecordChooser *unit;
  GtkCheckButton     *projector, *toilet;
} Form;

static void
form_free (gpointer data)
{
  Form *form = data;

  patal_venue_clear (&form->venue);
  g_free (form);
}

static void
take (char **into, PatalField *field)
{
  g_free (*into);
  *into = patal_field_get_value (field);
}

static gboolean
read_count (PatalField *from, const char *id, int if_empty, int *out, const char **field, GError **error)
{
  g_autofree char *typed = patal_field_get_value (from);
  gint64 n = if_empty;

  if (typed != NULL && !patal_number_parse (typed, &n, error))
    {
      *field = id;
      return FALSE;
    }
  *out = (int) CLAMP (n, -1, G_MAXINT);
  return TRUE;
}

static gboolean
read_degrees (PatalField *from, const char *id, double *out, const char **field, GError **error)
{
  g_autofree char *typed = patal_field_get_value (from);

  *out = NAN;
  if (typed == NULL || patal_degrees_parse (typed, out, error))
    return TRUE;
  *field = id;
  return FALSE;
}

static gboolean
read_form (G_GNUC_UNUSED PatalFormDialog *dialog, gpointer data, const char **field, GError **error)
{
  Form *form = data;
  PatalVenue *venue = &form->venue;
  char *mobile = NULL;

  take (&venue->name_hi, form->name_hi);
  take (&venue->name_en, form->name_en);
  take (&venue->contact, form->contact);
  take (&venue->remark, form->remark);
  venue->unit = patal_record_chooser_get_record (form->unit);
  venue->projector = gtk_check_button_get_active (form->projector);
  venue->toilet = gtk_check_button_get_active (form->toilet);
  if (!read_count (form->capacity, "capacity", -1, &venue->capacity, field, error)
      || !read_count (form->halls, "halls", 1, &venue->halls, field, error)
      || !read_degrees (form->lat, "lat", &venue->lat, field, error)
      || !read_degrees (form->lon, "lon", &venue->lon, field, error))
    return FALSE;
  venue->has_place = !isnan (venue->lat) || !isnan (venue->lon);
  if (!patal_contact_mobile_parse (patal_field_get_text (form->mobile), &mobile, error))
    {
      *field = "mobile";
      return FALSE;
    }
  g_free (venue->mobile);
  venue->mobile = mobile;
  return patal_venue_check (venue, field, error);
}

static gboolean
write_venue (PatalDb *db, gpointer data, GError **error)
{
  PatalVenue *venue = &((Form *) data)->venue;

  return venue->id == 0 ? patal_venue_insert (db, venue, error) : patal_venue_update (db, venue, error);
}

static gboolean
remove_venue (PatalDb *db, gpointer data, GError **error)
{
  return patal_venue_remove (db, ((Form *) data)->venue.id, error);
}

static const char *
name_of (const PatalVenue *venue)
{
  return venue->name_hi != NULL ? venue->name_hi : venue->name_en;
}

static gpointer
write_job (PatalDb *db, gpointer data, G_GNUC_UNUSED const PatalProgress *progress, GError **error)
{
  PatalVenue *venue = &((Form *) data)->venue;
  const PatalLabel *label = venue->id == 0 ? PATAL_LABEL (N_("Added {1}"), name_of (venue))
                                           : PATAL_LABEL (N_("Corrected {1}"), name_of (venue));

  return GINT_TO_POINTER (patal_db_edit (db, label, write_venue, data, error));
}

static gpointer
remove_job (PatalDb *db, gpointer data, G_GNUC_UNUSED const PatalProgress *progress, GError **error)
{
  const PatalLabel *label = PATAL_LABEL (N_("Removed {1}"), name_of (&((Form *) data)->venue));

  return GINT_TO_POINTER (patal_db_edit (db, label, remove_venue, data, error));
}

static const PatalFormKind venue_kind = { .read = read_form, .write = write_job, .remove = remove_job };

static void
add_fields (PatalFormDialog *dialog, Form *form)
{
  form->name_hi = patal_form_dialog_add_text (dialog, "name_hi", _("Name (_Hindi)"));
  form->name_en = patal_form_dialog_add_text (dialog, "name_en", _("Name (_English)"));
  form->unit = patal_form_dialog_add_chooser (dialog, "unit", _("_Place: gram panchayat, block or district"), "unit");
  patal_form_dialog_begin_pair (dialog);
  form->capacity = patal_form_dialog_add_field (dialog, "capacity", _("_Seats"));
  form->halls = patal_form_dialog_add_field (dialog, "halls", _("H_alls"));
  form->projector = patal_form_dialog_add_check (dialog, _("P_rojector"));
  form->toilet = patal_form_dialog_add_check (dialog, _("_Toilet"));
  patal_form_dialog_begin_pair (dialog);
  form->contact = patal_form_dialog_add_text (dialog, "contact", _("_Contact person"));
  form->mobile = patal_form_dialog_add_field (dialog, "mobile", _("_Mobile"));
  patal_form_dialog_begin_pair (dialog);
  form->lat = patal_form_dialog_add_field (dialog, "lat", _("L_atitude"));
  form->lon = patal_form_dialog_add_field (dialog, "lon", _("L_ongitude"));
  form->remark = patal_form_dialog_add_text (dialog, "remark", _("_Remark"));
}

static void
show_number (PatalField *field, gboolean known, double number)
{
  g_autofree char *text = known ? patal_degrees_format (number) : NULL;

  patal_field_set_text (field, text);
}

static void
fill (Form *form)
{
  const PatalVenue *venue = &form->venue;

  patal_field_set_text (form->name_hi, venue->name_hi);
  patal_field_set_text (form->name_en, venue->name_en);
  patal_field_set_text (form->contact, venue->contact);
  patal_field_set_text (form->mobile, venue->mobile);
  patal_field_set_text (form->remark, venue->remark);
  patal_record_chooser_set_record (form->unit, venue->unit);
  show_number (form->capacity, venue->capacity >= 0, venue->capacity);
  show_number (form->halls, TRUE, venue->halls);
  show_number (form->lat, venue->has_place, venue->lat);
  show_number (form->lon, venue->has_place, venue->lon);
  gtk_check_button_set_active (form->projector, venue->projector);
  gtk_check_button_set_active (form->toilet, venue->toilet);
}

void
patal_venue_dialog_show (GtkWidget *asked_from, PatalDocument *document, gint64 venue, gint64 unit)
{
  Form *form = g_new0 (Form, 1);
  g_autoptr (GError) error = NULL;
  PatalFormDialog *dialog;

  form->venue = (PatalVenue) { .unit = unit, .capacity = -1, .halls = 1 };
  if (venue != 0 && !patal_venue_load (patal_document_reader (document), venue, &form->venue, &error))
    {
      patal_document_complain (document, error);
      form_free (form);
      return;
    }
  dialog = patal_form_dialog_new (asked_from, document, venue != 0 ? name_of (&form->venue) : _("New Training Venue"), &venue_kind,
                                  form, form_free);
  add_fields (dialog, form);
  fill (form);
  if (venue != 0)
    patal_form_dialog_offer_remove (dialog, _("_Remove This Venue"));
  patal_form_dialog_present (dialog);
}
