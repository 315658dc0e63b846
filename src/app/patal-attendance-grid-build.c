/* patal-attendance-grid-build.c: the rows of a batch's people, and the head above them
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-attendance-grid-private.h"
#include "patal-number.h"
#include <glib/gi18n.h>
#include <string.h>

#define NO_PX   24
#define NAME_PX 150

static GtkWidget *
label_new (const char *text, const char *style, float xalign)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", xalign, "ellipsize", PANGO_ELLIPSIZE_END, NULL);

  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

/* A name above where it belongs to; cut where the window is narrow, and whole below the pointer. */
static GtkWidget *
name_new (const char *name, const char *post, const char *unit)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *below = post != NULL && unit != NULL ? g_strdup_printf ("%s, %s", post, unit) : g_strdup (_("without a post of the course"));
  g_autofree char *tip = g_strdup_printf ("%s\n%s", name, below);
  GtkWidget *caption = label_new (below, "caption", 0);

  gtk_widget_add_css_class (caption, "dim-label");
  gtk_box_append (GTK_BOX (box), label_new (name, NULL, 0));
  gtk_box_append (GTK_BOX (box), caption);
  gtk_widget_set_hexpand (box, TRUE);
  gtk_widget_set_size_request (box, NAME_PX, -1);
  gtk_widget_set_tooltip_text (box, tip);
  return box;
}

static const char *
half_word (guint half)
{
  return half % 2 == 0 ? _("Forenoon") : _("Afternoon");
}

/* "रामलाल साहू, 20.04.2026 पूर्वाह्न" */
static char *
cell_words (PatalAttendanceGrid *self, const char *name, guint half)
{
  PatalDay day = attendance_grid_day (self, half);
  g_autofree char *shown = day != PATAL_DAY_NONE ? patal_day_format (day) : g_strdup (_("not held"));

  return g_strdup_printf ("%s, %s %s", name, shown, half_word (half));
}

static void
add_cells (PatalAttendanceGrid *self, Line *line, int row)
{
  for (guint half = 0; half < self->n_halves; half++)
    {
      g_autofree char *words = cell_words (self, line->person->name, half);
      GtkWidget *cell = patal_mark_cell_new (words);

      gtk_widget_set_sensitive (cell, self->editable && attendance_grid_can_be_said (self, half));
      g_signal_connect_object (cell, "turned", G_CALLBACK (attendance_grid_typed), self, G_CONNECT_SWAPPED);
      if (self->lines->len == 1) /* one of a column makes all as wide */
        gtk_size_group_add_widget (self->halves, cell);
      gtk_grid_attach (self->body, cell, COLUMN_FIRST + (int) half, row, 1, 1);
      g_ptr_array_add (line->cells, cell);
    }
}

static void
add_tests (PatalAttendanceGrid *self, Line *line, int row)
{
  const char *const titles[N_TESTS] = { _("Pre-test"), _("Post-test") };

  for (int test = 0; test < N_TESTS && self->sheet->most_marks > 0; test++)
    {
      g_autofree char *words = g_strdup_printf ("%s, %s", line->person->name, titles[test]);
      GtkWidget *entry = gtk_entry_new ();

      gtk_editable_set_width_chars (GTK_EDITABLE (entry), 3);
      gtk_editable_set_max_width_chars (GTK_EDITABLE (entry), 3);
      gtk_entry_set_alignment (GTK_ENTRY (entry), 1);
      gtk_entry_set_input_purpose (GTK_ENTRY (entry), GTK_INPUT_PURPOSE_DIGITS);
      gtk_widget_set_valign (entry, GTK_ALIGN_CENTER);
      gtk_widget_add_css_class (entry, "test-entry");
      gtk_widget_set_sensitive (entry, self->editable && self->sheet->batch.start != PATAL_DAY_NONE && self->sheet->batch.start <= self->today);
      gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
      g_signal_connect_object (entry, "changed", G_CALLBACK (attendance_grid_test_changed_cb), self, G_CONNECT_SWAPPED);
      if (self->lines->len == 1)
        gtk_size_group_add_widget (self->tests, entry);
      gtk_grid_attach (self->body, entry, COLUMN_FIRST + (int) self->n_halves + test, row, 1, 1);
      line->tests[test] = GTK_ENTRY (entry);
    }
}

static void
append_item (GMenu *menu, const char *label, const char *action, GVariant *target)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target_value (item, action, target);
  g_menu_append_item (menu, item);
}

static void
show_menu_cb (GtkMenuButton *button, gpointer user_data)
{
  gtk_menu_button_set_menu_model (button, user_data);
}

static void
add_menu (PatalAttendanceGrid *self, const char *name, GMenu *menu, int row)
{
  GtkWidget *button = gtk_menu_button_new ();
  /* Translators: %s is a person */
  g_autofree char *words = g_strdup_printf (_("More for %s"), name);

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  /* made when it is asked for: forty of them would be hundreds of widgets */
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (button), show_menu_cb, g_object_ref (menu), g_object_unref);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "row-button");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_size_group_add_widget (self->menus, button);
  gtk_grid_attach (self->body, button, COLUMN_FIRST + (int) attendance_grid_n_columns (self), row, 1, 1);
}

static void
add_number (PatalAttendanceGrid *self, const char *text, int row)
{
  GtkWidget *number = label_new (text, "dim-label", 1);

  gtk_widget_add_css_class (number, "numeric");
  gtk_widget_set_size_request (number, NO_PX, -1);
  gtk_grid_attach (self->body, number, COLUMN_NO, row, 1, 1);
}

static void
add_line (PatalAttendanceGrid *self, const PatalBatchPerson *person, int row)
{
  Line *line = g_new0 (Line, 1);
  g_autofree char *no = g_strdup_printf ("%d", row + 1);
  g_autoptr (GMenu) menu = g_menu_new ();
  gint64 id = person->nomination->id;

  line->person = person;
  line->cells = g_ptr_array_new ();
  g_ptr_array_add (self->lines, line);
  add_number (self, no, row);
  gtk_grid_attach (self->body, name_new (person->name, person->post, person->unit), COLUMN_NAME, row, 1, 1);
  add_cells (self, line, row);
  add_tests (self, line, row);
  attendance_grid_set_line (line, person->nomination->marks, person->nomination->pre, person->nomination->post);
  append_item (menu, _("Somebody _Else Comes…"), "people.substitute", g_variant_new_int64 (id));
  append_item (menu, _("_Withdraw"), "people.withdraw", g_variant_new_int64 (id));
  add_menu (self, person->name, menu, row);
}

/* A line that says why nobody is marked in it. */
static void
add_words (PatalAttendanceGrid *self, GtkWidget *name, const char *words, int row)
{
  GtkWidget *label = label_new (words, "dim-label", 0);

  gtk_widget_add_css_class (label, "caption");
  gtk_widget_set_tooltip_text (label, words);
  gtk_widget_add_css_class (name, "absentee");
  add_number (self, "–", row);
  gtk_grid_attach (self->body, name, COLUMN_NAME, row, 1, 1);
  gtk_grid_attach (self->body, label, COLUMN_FIRST, row, MAX ((int) attendance_grid_n_columns (self), 1), 1);
}

/* (transfer none) (nullable): who came instead of @nomination. */
static const char *
substitute_of (PatalAttendanceGrid *self, gint64 nomination)
{
  for (guint i = 0; i < self->sheet->people->len; i++)
    {
      const PatalBatchPerson *person = g_ptr_array_index (self->sheet->people, i);

      if (person->nomination->instead_of == nomination)
        return person->name;
    }
  return NULL;
}

static void
add_other (PatalAttendanceGrid *self, const PatalBatchPerson *person, int row)
{
  const char *other = substitute_of (self, person->nomination->id);
  g_autofree char *words = NULL;

  if (person->nomination->status == PATAL_NOMINEE_REPLACED)
    /* Translators: %s is a person */
    words = g_strdup_printf (_("%s comes instead"), other != NULL ? other : "–");
  else if (person->nomination->remark != NULL)
    /* Translators: withdrawn from a batch; %s is why */
    words = g_strdup_printf (_("Withdrawn: %s"), person->nomination->remark);
  add_words (self, name_new (person->name, person->post, person->unit), words != NULL ? words : _("Withdrawn"), row);
}

static void
add_vacancy (PatalAttendanceGrid *self, const PatalBatchVacancy *vacancy, int row)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autofree char *place = g_strdup_printf ("%s, %s", vacancy->post_name, vacancy->unit_name);

  add_words (self, name_new (_("Vacant"), vacancy->post_name, vacancy->unit_name), _("Nobody holds the post"), row);
  append_item (menu, _("_Fill the Post…"), "people.fill", g_variant_new ("(xx)", vacancy->unit, vacancy->post));
  add_menu (self, place, menu, row);
}

/* --- its head --- */

static void
fill_cb (PatalAttendanceGrid *self, GtkWidget *button)
{
  attendance_grid_fill_column (self, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "half")));
}

static void
add_half (PatalAttendanceGrid *self, guint half)
{
  /* Translators: forenoon and afternoon, short: the titles of narrow columns */
  const char *title = half % 2 == 0 ? C_("half-day", "FN") : C_("half-day", "AN");
  GtkWidget *button = gtk_button_new_with_label (title);
  g_autofree char *words = cell_words (self, _("All present"), half);

  g_object_set_data (G_OBJECT (button), "half", GUINT_TO_POINTER (half));
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "half-day");
  gtk_widget_set_tooltip_text (button, words);
  gtk_widget_set_sensitive (button, self->editable && attendance_grid_can_be_said (self, half) && self->lines->len > 0);
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY); /* not its short word */
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (fill_cb), self, G_CONNECT_SWAPPED);
  gtk_size_group_add_widget (self->halves, button);
  gtk_grid_attach (self->head, button, COLUMN_FIRST + (int) half, 1, 1, 1);
}

/* "20.04", or that the day is not held. */
static char *
short_day (PatalDay day)
{
  int month, mday;

  if (day == PATAL_DAY_NONE)
    return g_strdup (_("not held"));
  patal_day_to_ymd (day, NULL, &month, &mday);
  return g_strdup_printf ("%02d.%02d", mday, month);
}

static void
add_head (PatalAttendanceGrid *self)
{
  GtkWidget *number = label_new (NULL, NULL, 0), *name = label_new (_("Name"), "caption-heading", 0), *rest = label_new (NULL, NULL, 0);
  const char *const titles[N_TESTS] = { C_("test", "Pre"), C_("test", "Post") };

  gtk_widget_set_size_request (number, NO_PX, -1);
  gtk_widget_set_hexpand (name, TRUE);
  gtk_widget_set_size_request (name, NAME_PX, -1);
  gtk_size_group_add_widget (self->menus, rest);
  gtk_grid_attach (self->head, number, COLUMN_NO, 1, 1, 1);
  gtk_grid_attach (self->head, name, COLUMN_NAME, 1, 1, 1);
  for (guint half = 0; half < self->n_halves; half++)
    {
      if (half % 2 == 0)
        {
          g_autofree char *day = short_day (attendance_grid_day (self, half));
          GtkWidget *label = label_new (day, "caption", 0.5);

          gtk_widget_add_css_class (label, "numeric");
          gtk_grid_attach (self->head, label, COLUMN_FIRST + (int) half, 0, 2, 1);
        }
      add_half (self, half);
    }
  for (int test = 0; test < N_TESTS && self->sheet->most_marks > 0; test++)
    {
      GtkWidget *label = label_new (titles[test], "caption", 0.5);

      gtk_size_group_add_widget (self->tests, label);
      gtk_grid_attach (self->head, label, COLUMN_FIRST + (int) self->n_halves + test, 1, 1, 1);
    }
  gtk_grid_attach (self->head, rest, COLUMN_FIRST + (int) attendance_grid_n_columns (self), 1, 1, 1);
}

/* --- all of it --- */

void
attendance_grid_build (PatalAttendanceGrid *self)
{
  int row = 0;

  for (guint i = 0; i < self->sheet->people->len; i++, row++)
    {
      const PatalBatchPerson *person = g_ptr_array_index (self->sheet->people, i);

      if (i < self->sheet->nominated)
        add_line (self, person, row);
      else
        add_other (self, person, row);
    }
  for (guint i = 0; i < self->sheet->vacancies->len; i++, row++)
    add_vacancy (self, g_ptr_array_index (self->sheet->vacancies, i), row);
  add_head (self);
}
