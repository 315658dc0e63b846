/* patal-holiday-dialog.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-holiday-dialog.h"
#include "patal-form-dialog.h"
#include "patal-hits-dialog.h"
#include "patal-holiday.h"
#include "patal-settings.h"
#include "patal-unit.h"
#include <glib/gi18n.h>

typedef struct
{
  PatalHoliday   holiday;
  PatalField    *day, *name_hi, *name_en, *order_no, *order_day;
  char          *undated_order; /* (nullable): what stands as the order, where no day could be told from it */
  GtkDropDown   *klass, *scope;
  GArray        *scopes; /* Scope: what the choice offers */
} Form;

typedef struct /* where a holiday holds */
{
  char  *state_code; /* NULL: all states */
  gint64 district;   /* 0: not of one district */
} Scope;

static void
scope_clear (gpointer data)
{
  g_free (((Scope *) data)->state_code);
}

static void
form_free (gpointer data)
{
  Form *form = data;

  patal_holiday_clear (&form->holiday);
  g_array_unref (form->scopes);
  g_free (form->undated_order);
  g_free (form);
}

/* Into *@out the order as it is quoted in letters, in either language: "F 1-2/2026, 02.11.2026"; NULL: none is given. @undated may stay
 * without a day. */
static gboolean
read_order (PatalField *number_field, PatalField *day_field, const char *undated, char **out, const char **field, GError **error)
{
  g_autofree char *number = patal_field_get_value (number_field), *typed = patal_field_get_value (day_field);
  g_autofree char *day = NULL;
  PatalDay order_day = PATAL_DAY_NONE;

  g_clear_pointer (out, g_free);
  if (typed == NULL && (number == NULL || g_strcmp0 (number, undated) == 0))
    {
      *out = g_steal_pointer (&number);
      return TRUE;
    }
  *field = number == NULL ? "order_no" : "order_day";
  if (number == NULL || typed == NULL)
    {
      g_set_error_literal (error, PATAL_HOLIDAY_ERROR, PATAL_HOLIDAY_ERROR_ORDER,
                           number == NULL ? _("Give the number of the order or notification") : _("Give the date of the order or notification"));
      return FALSE;
    }
  if (!patal_day_parse (typed, &order_day, error))
    return FALSE;
  day = patal_day_format (order_day);
  *out = g_strdup_printf ("%s, %s", number, day);
  return TRUE;
}

/* The other way round. */
static void
show_order (Form *form, const char *order)
{
  const char *comma = order != NULL ? g_strrstr (order, ", ") : NULL;
  g_autofree char *number = comma != NULL ? g_strndup (order, comma - order) : NULL;
  PatalDay day;

  if (comma != NULL && patal_day_parse (comma + 2, &day, NULL))
    {
      g_autofree char *shown = patal_day_format (day);

      patal_field_set_text (form->order_no, number);
      patal_field_set_text (form->order_day, shown);
      return;
    }
  form->undated_order = g_strdup (order);
  patal_field_set_text (form->order_no, order);
}

static gboolean
read_form (G_GNUC_UNUSED PatalFormDialog *dialog, gpointer data, const char **field, GError **error)
{
  Form *form = data;
  PatalHoliday *holiday = &form->holiday;
  const Scope *scope = &g_array_index (form->scopes, Scope, gtk_drop_down_get_selected (form->scope));
  g_autofree char *day = patal_field_get_value (form->day);

  holiday->day = PATAL_DAY_NONE;
  if (day != NULL && !patal_day_parse (day, &holiday->day, error))
    {
      *field = "day";
      return FALSE;
    }
  g_free (holiday->name_hi);
  g_free (holiday->name_en);
  g_free (holiday->state_code);
  holiday->name_hi = patal_field_get_value (form->name_hi);
  holiday->name_en = patal_field_get_value (form->name_en);
  holiday->klass = gtk_drop_down_get_selected (form->klass);
  holiday->state_code = g_strdup (scope->state_code);
  holiday->district = scope->district;
  if (!read_order (form->order_no, form->order_day, form->undated_order, &holiday->order_no, field, error))
    return FALSE;
  holiday->verified = holiday->order_no != NULL;
  return patal_holiday_check (holiday, field, error);
}

static gboolean
write_holiday (PatalDb *db, gpointer data, GError **error)
{
  PatalHoliday *holiday = &((Form *) data)->holiday;

  return holiday->id == 0 ? patal_holiday_insert (db, holiday, error) : patal_holiday_update (db, holiday, error);
}

static gboolean
remove_holiday (PatalDb *db, gpointer data, GError **error)
{
  return patal_holiday_remove (db, ((Form *) data)->holiday.id, error);
}

static const char *
name_of (const PatalHoliday *holiday)
{
  return holiday->name_hi != NULL ? holiday->name_hi : holiday->name_en;
}

static gpointer
write_job (PatalDb *db, gpointer data, G_GNUC_UNUSED const PatalProgress *progress, GError **error)
{
  PatalHoliday *holiday = &((Form *) data)->holiday;
  const PatalLabel *label = holiday->id == 0 ? PATAL_LABEL (N_("Added {1}"), name_of (holiday))
                                             : PATAL_LABEL (N_("Corrected {1}"), name_of (holiday));

  return GINT_TO_POINTER (patal_db_edit (db, label, write_holiday, data, error));
}

static gpointer
remove_job (PatalDb *db, gpointer data, G_GNUC_UNUSED const PatalProgress *progress, GError **error)
{
  const PatalLabel *label = PATAL_LABEL (N_("Removed {1}"), name_of (&((Form *) data)->holiday));

  return GINT_TO_POINTER (patal_db_edit (db, label, remove_holiday, data, error));
}

static void
written (GtkWidget *asked_from, PatalDocument *document, gpointer data)
{
  patal_hits_dialog_look (asked_from, document, PATAL_MARK_HOLIDAY, ((Form *) data)->holiday.id);
}

static const PatalFormKind holiday_kind = { read_form, write_job, remove_job, written };

/* All states, each state of the file, each district of the file. */
static GStrv
scope_names (PatalDb *reader, Form *form, guint *selected)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  static const PatalLevel levels[] = { PATAL_LEVEL_STATE, PATAL_LEVEL_DISTRICT };

  g_strv_builder_add (names, _("All states"));
  g_array_append_val (form->scopes, (Scope) { 0 });
  for (guint l = 0; l < G_N_ELEMENTS (levels); l++)
    {
      g_autoptr (GArray) ids = patal_unit_ids (reader, &(PatalUnitFilter) { .level = levels[l] }, NULL);

      for (guint i = 0; ids != NULL && i < ids->len; i++)
        {
          g_auto (PatalUnit) unit = { .population = -1 };
          g_autofree char *name = patal_unit_name (reader, g_array_index (ids, gint64, i), patal_settings_lang ());
          Scope scope = { 0 };

          if (!patal_unit_load (reader, g_array_index (ids, gint64, i), &unit, NULL)
              || (levels[l] == PATAL_LEVEL_STATE && unit.lgd_code == NULL))
            continue;
          if (levels[l] == PATAL_LEVEL_STATE)
            scope.state_code = g_strdup (unit.lgd_code);
          else
            scope.district = unit.id;
          if ((scope.district != 0 && scope.district == form->holiday.district)
              || (scope.state_code != NULL && g_strcmp0 (scope.state_code, form->holiday.state_code) == 0))
            *selected = form->scopes->len;
          g_array_append_val (form->scopes, scope);
          g_strv_builder_add (names, name);
        }
    }
  if (form->holiday.state_code != NULL && *selected == 0) /* of a state that the file does not have */
    {
      g_autofree char *other = g_strdup_printf (_("State with code %s"), form->holiday.state_code);

      *selected = form->scopes->len;
      g_array_append_val (form->scopes, (Scope) { .state_code = g_strdup (form->holiday.state_code) });
      g_strv_builder_add (names, other);
    }
  return g_strv_builder_end (names);
}

static void
add_fields (PatalFormDialog *dialog, Form *form, PatalDb *reader)
{
  const char *classes[PATAL_N_HOLIDAY_CLASSES + 1] = { NULL };
  g_auto (GStrv) scopes = NULL;
  guint selected = 0;

  for (guint i = 0; i < PATAL_N_HOLIDAY_CLASSES; i++)
    classes[i] = _(patal_holiday_class_title (i));
  scopes = scope_names (reader, form, &selected);
  form->name_hi = patal_form_dialog_add_text (dialog, "name_hi", _("Name (_Hindi)"));
  form->name_en = patal_form_dialog_add_text (dialog, "name_en", _("Name (_English)"));
  patal_form_dialog_begin_pair (dialog);
  form->day = patal_form_dialog_add_field (dialog, "day", _("_Day"));
  form->klass = patal_form_dialog_add_choice (dialog, "class", _("_Class"), classes);
  form->scope = patal_form_dialog_add_choice (dialog, "scope", _("H_olds in"), (const char *const *) scopes);
  patal_form_dialog_begin_pair (dialog);
  form->order_no = patal_form_dialog_add_field (dialog, "order_no", _("Order _number"));
  form->order_day = patal_form_dialog_add_field (dialog, "order_day", _("Da_te of the order"));
  g_object_set (form->day, "hint", _("DD.MM.YYYY"), NULL);
  g_object_set (form->order_no, "hint", _("Without it: unverified"), NULL);
  g_object_set (form->order_day, "hint", _("DD.MM.YYYY"), NULL);
  gtk_drop_down_set_selected (form->scope, selected);
}

void
patal_holiday_dialog_show (GtkWidget *asked_from, PatalDocument *document, gint64 holiday, PatalDay day)
{
  Form *form = g_new0 (Form, 1);
  g_autoptr (GError) error = NULL;
  g_autofree char *shown = NULL;
  PatalDb *reader = patal_document_reader (document);
  PatalFormDialog *dialog;

  form->scopes = g_array_new (FALSE, FALSE, sizeof (Scope));
  g_array_set_clear_func (form->scopes, scope_clear);
  form->holiday = (PatalHoliday) { .day = day, .klass = PATAL_HOLIDAY_PUBLIC };
  if (holiday != 0 && !patal_holiday_load (reader, holiday, &form->holiday, &error))
    {
      patal_document_complain (document, error);
      form_free (form);
      return;
    }
  dialog = patal_form_dialog_new (asked_from, document, holiday != 0 ? name_of (&form->holiday) : _("New Holiday"), &holiday_kind,
                                  form, form_free);
  add_fields (dialog, form, reader);
  shown = form->holiday.day != PATAL_DAY_NONE ? patal_day_format (form->holiday.day) : NULL;
  patal_field_set_text (form->day, shown);
  patal_field_set_text (form->name_hi, form->holiday.name_hi);
  patal_field_set_text (form->name_en, form->holiday.name_en);
  show_order (form, form->holiday.order_no);
  gtk_drop_down_set_selected (form->klass, form->holiday.klass);
  if (holiday != 0)
    patal_form_dialog_offer_remove (dialog, _("_Remove This Holiday"));
  patal_form_dialog_present (dialog);
}

/* --- confirming many --- */

typedef struct
{
  int         fy;
  gint64      unit;
  char       *order_no;
  GArray     *ids; /* found by the job */
  PatalField *field, *day;
} Confirmation;

static void
confirmation_free (gpointer data)
{
  Confirmation *confirmation = data;

  g_free (confirmation->order_no);
  g_clear_pointer (&confirmation->ids, g_array_unref);
  g_free (confirmation);
}

static gboolean
read_confirmation (G_GNUC_UNUSED PatalFormDialog *dialog, gpointer data, const char **field, GError **error)
{
  Confirmation *confirmation = data;

  if (!read_order (confirmation->field, confirmation->day, NULL, &confirmation->order_no, field, error))
    return FALSE;
  if (confirmation->order_no != NULL)
    return TRUE;
  *field = "order_no";
  g_set_error_literal (error, PATAL_HOLIDAY_ERROR, PATAL_HOLIDAY_ERROR_ORDER, _("Give the number of the order or notification"));
  return FALSE;
}

static gboolean
confirm_all (PatalDb *db, gpointer data, GError **error)
{
  Confirmation *confirmation = data;

  return patal_holiday_confirm (db, (const gint64 *) (gpointer) confirmation->ids->data, confirmation->ids->len,
                                confirmation->order_no, error);
}

static gpointer
confirm_job (PatalDb *db, gpointer data, G_GNUC_UNUSED const PatalProgress *progress, GError **error)
{
  Confirmation *confirmation = data;
  PatalHolidayFilter filter = { .span = patal_fy_span (confirmation->fy), .unit = confirmation->unit, .unverified = TRUE };

  g_clear_pointer (&confirmation->ids, g_array_unref);
  confirmation->ids = patal_holiday_ids (db, &filter, error);
  if (confirmation->ids == NULL)
    return NULL;
  return GINT_TO_POINTER (patal_db_edit (db, PATAL_LABEL_N ("Confirmed {n} holiday by order {1}",
                                                            "Confirmed {n} holidays by order {1}", confirmation->ids->len,
                                                            confirmation->order_no),
                                         confirm_all, confirmation, error));
}

static const PatalFormKind confirmation_kind = { .read = read_confirmation, .write = confirm_job };

void
patal_holiday_dialog_confirm (GtkWidget *asked_from, PatalDocument *document, int fy, gint64 unit)
{
  Confirmation *confirmation = g_new0 (Confirmation, 1);
  PatalFormDialog *dialog;
  GtkWidget *label;
  g_autofree char *year = patal_fy_label (fy);
  g_autofree char *sentence = NULL;

  confirmation->fy = fy;
  confirmation->unit = unit;
  dialog = patal_form_dialog_new (asked_from, document, _("Confirm Holidays"), &confirmation_kind, confirmation, confirmation_free);
  /* Translators: %s is a financial year such as 2026-27 */
  sentence = g_strdup_printf (_("All holidays of %s that are still unverified are marked as confirmed by this order."), year);
  label = gtk_label_new (sentence);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  patal_form_dialog_add_widget (dialog, label);
  confirmation->field = patal_form_dialog_add_field (dialog, "order_no", _("Order _number"));
  confirmation->day = patal_form_dialog_add_field (dialog, "order_day", _("_Date of the order"));
  g_object_set (confirmation->day, "hint", _("DD.MM.YYYY"), NULL);
  patal_form_dialog_present (dialog);
}
