/* patal-attendance-grid.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-attendance-grid.h"
#include "patal-attendance-paste.h"
#include "patal-mark-cell.h"
#include "patal-number.h"
#include <glib/gi18n.h>
#include <string.h>

enum { PRE, POST, N_TESTS };

typedef struct
{
  const PatalBatchPerson *person;
  GPtrArray              *cells; /* PatalMarkCell, borrowed: one a half-day */
  GtkEntry               *tests[N_TESTS]; /* NULL: there are none */
} Line;

struct _PatalAttendanceGrid
{
  AdwBin                 parent_instance;
  GtkGrid               *head, *body;
  GtkSizeGroup          *halves, *tests, *menus; /* the same width in head and body */
  GPtrArray             *lines;         /* Line */
  const PatalBatchSheet *sheet;         /* (nullable) */
  PatalDay               today;
  guint                  n_halves;
  gboolean               editable, setting;
};

G_DEFINE_FINAL_TYPE (PatalAttendanceGrid, patal_attendance_grid, ADW_TYPE_BIN)

enum { TYPED, REFUSED, N_SIGNALS };
static guint signals[N_SIGNALS];

/* Columns of the grids: the number, the name, the half-days, the tests, the menu. */
enum { COLUMN_NO, COLUMN_NAME, COLUMN_FIRST };
#define NO_PX   24
#define NAME_PX 150

static void
line_free (gpointer data)
{
  g_ptr_array_unref (((Line *) data)->cells);
  g_free (data);
}

static Line *
line_at (PatalAttendanceGrid *self, guint i)
{
  return g_ptr_array_index (self->lines, i);
}

/* --- what is typed --- */

static PatalDay
day_of (PatalAttendanceGrid *self, guint half)
{
  return g_array_index (self->sheet->batch.held_on, PatalDay, half / 2);
}

static gboolean
can_be_said (PatalAttendanceGrid *self, guint half)
{
  PatalDay day = day_of (self, half);

  return day != PATAL_DAY_NONE && day <= self->today;
}

/* FALSE: it is no number up to the most. -1: nothing is typed. */
static gboolean
read_test (PatalAttendanceGrid *self, GtkEntry *entry, int *out)
{
  const char *text = entry != NULL ? gtk_editable_get_text (GTK_EDITABLE (entry)) : "";
  gint64 number;

  *out = -1;
  if (*text == '\0')
    return TRUE;
  if (!patal_number_parse (text, &number, NULL) || number < 0 || number > self->sheet->most_marks)
    return FALSE;
  *out = (int) number;
  return TRUE;
}

static void
read_line (PatalAttendanceGrid *self, const Line *line, PatalAttendanceLine *out)
{
  *out = (PatalAttendanceLine) { .marks.nomination = line->person->nomination->id };
  for (guint half = 0; half < line->cells->len; half++)
    out->marks.marks[half] = patal_mark_cell_get_mark (g_ptr_array_index (line->cells, half));
  read_test (self, line->tests[PRE], &out->pre);
  read_test (self, line->tests[POST], &out->post);
}

/* Behind the last letter nothing is said, as if there were dashes. */
static gboolean
same_marks (const char *one, const char *other)
{
  gsize a = strlen (one), b = strlen (other);

  for (gsize i = 0; i < MAX (a, b); i++)
    if ((i < a ? one[i] : '-') != (i < b ? other[i] : '-'))
      return FALSE;
  return TRUE;
}

GArray *
patal_attendance_grid_get_typed (PatalAttendanceGrid *self)
{
  GArray *typed = g_array_new (FALSE, FALSE, sizeof (PatalAttendanceLine));

  for (guint i = 0; i < self->lines->len; i++)
    {
      const PatalNomination *own = line_at (self, i)->person->nomination;
      PatalAttendanceLine line;

      read_line (self, line_at (self, i), &line);
      if (!same_marks (line.marks.marks, own->marks) || line.pre != own->pre || line.post != own->post)
        g_array_append_val (typed, line);
    }
  return typed;
}

gboolean
patal_attendance_grid_is_valid (PatalAttendanceGrid *self)
{
  int ignored;

  for (guint i = 0; i < self->lines->len; i++)
    for (int test = 0; test < N_TESTS; test++)
      if (!read_test (self, line_at (self, i)->tests[test], &ignored))
        return FALSE;
  return TRUE;
}

void
patal_attendance_grid_count (PatalAttendanceGrid *self, guint *attended, guint *unsaid)
{
  guint held = self->sheet != NULL ? 2 * patal_batch_held_days (&self->sheet->batch) : 0;

  *attended = *unsaid = 0;
  for (guint i = 0; i < self->lines->len; i++)
    {
      PatalAttendanceLine line;
      gboolean open = FALSE;

      read_line (self, line_at (self, i), &line);
      for (guint half = 0; half < self->n_halves; half++)
        open = open || (day_of (self, half) != PATAL_DAY_NONE && line.marks.marks[half] == '-');
      *unsaid += open;
      *attended += patal_marks_trained (line.marks.marks, held, self->sheet->present_pct);
    }
}

static void
typed (PatalAttendanceGrid *self)
{
  if (!self->setting)
    g_signal_emit (self, signals[TYPED], 0);
}

static void
show_test (PatalAttendanceGrid *self, GtkEntry *entry)
{
  int ignored;
  gboolean right = read_test (self, entry, &ignored);
  /* Translators: %d is the most marks of a test */
  g_autofree char *words = right ? NULL : g_strdup_printf (_("A number from 0 to %d"), self->sheet->most_marks);

  gtk_widget_set_tooltip_text (GTK_WIDGET (entry), words);
  if (right)
    gtk_widget_remove_css_class (GTK_WIDGET (entry), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (entry), "error");
}

static void
test_changed_cb (PatalAttendanceGrid *self, GtkEntry *entry)
{
  show_test (self, entry);
  typed (self);
}

static void
set_test (GtkEntry *entry, int marks)
{
  g_autofree char *text = marks >= 0 ? g_strdup_printf ("%d", marks) : g_strdup ("");

  if (entry != NULL)
    gtk_editable_set_text (GTK_EDITABLE (entry), text);
}

static void
set_line (Line *line, const char *marks, int pre, int post)
{
  gsize said = strlen (marks);

  for (guint half = 0; half < line->cells->len; half++)
    patal_mark_cell_set_mark (g_ptr_array_index (line->cells, half), half < said ? marks[half] : '-');
  set_test (line->tests[PRE], pre);
  set_test (line->tests[POST], post);
}

void
patal_attendance_grid_type (PatalAttendanceGrid *self, const GArray *lines)
{
  self->setting = TRUE;
  for (guint i = 0; i < lines->len; i++)
    {
      const PatalAttendanceLine *own = &g_array_index (lines, PatalAttendanceLine, i);

      for (guint k = 0; k < self->lines->len; k++)
        if (line_at (self, k)->person->nomination->id == own->marks.nomination)
          set_line (line_at (self, k), own->marks.marks, own->pre, own->post);
    }
  self->setting = FALSE;
  typed (self);
}

/* --- where the keyboard is --- */

typedef struct { guint line, column; } Spot; /* columns: the half-days, then the tests */

static guint
n_columns (PatalAttendanceGrid *self)
{
  return self->n_halves + (self->sheet != NULL && self->sheet->most_marks > 0 ? N_TESTS : 0);
}

static GtkWidget *
widget_at (PatalAttendanceGrid *self, Spot spot)
{
  Line *line = line_at (self, spot.line);

  return spot.column < self->n_halves ? g_ptr_array_index (line->cells, spot.column) : GTK_WIDGET (line->tests[spot.column - self->n_halves]);
}

static gboolean
find_spot (PatalAttendanceGrid *self, Spot *out)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  for (guint i = 0; focus != NULL && i < self->lines->len; i++)
    for (guint column = 0; column < n_columns (self); column++)
      {
        GtkWidget *widget = widget_at (self, (Spot) { i, column });

        if (focus == widget || gtk_widget_is_ancestor (focus, widget))
          {
            *out = (Spot) { i, column };
            return TRUE;
          }
      }
  return FALSE;
}

static gboolean
focus_spot (PatalAttendanceGrid *self, Spot spot)
{
  return gtk_widget_is_sensitive (widget_at (self, spot)) && gtk_widget_grab_focus (widget_at (self, spot));
}

/* One line down; below the last one to the head of the next column where something can be typed. */
static void
go_down (PatalAttendanceGrid *self, Spot spot)
{
  if (spot.line + 1 < self->lines->len)
    {
      focus_spot (self, (Spot) { spot.line + 1, spot.column });
      return;
    }
  for (guint column = spot.column + 1; column < n_columns (self); column++)
    if (focus_spot (self, (Spot) { 0, column }))
      return;
}

static void
go_aside (PatalAttendanceGrid *self, Spot spot, int step)
{
  for (guint column = spot.column + (guint) step; column < n_columns (self); column += (guint) step)
    if (focus_spot (self, (Spot) { spot.line, column }))
      return;
}

gboolean
patal_attendance_grid_take_focus (PatalAttendanceGrid *self)
{
  for (guint column = 0; column < self->n_halves; column++)
    for (guint i = 0; i < self->lines->len; i++)
      if (patal_mark_cell_get_mark (g_ptr_array_index (line_at (self, i)->cells, column)) == '-' && focus_spot (self, (Spot) { i, column }))
        return TRUE;
  return self->lines->len > 0 && n_columns (self) > 0 && focus_spot (self, (Spot) { 0, 0 });
}

/* --- keys --- */

/* Whoever is not said is present; where all are said, all are. */
static void
fill_column (PatalAttendanceGrid *self, guint half)
{
  gboolean open = FALSE;

  if (!self->editable || !can_be_said (self, half))
    return;
  for (guint i = 0; i < self->lines->len; i++)
    open = open || patal_mark_cell_get_mark (g_ptr_array_index (line_at (self, i)->cells, half)) == '-';
  for (guint i = 0; i < self->lines->len; i++)
    {
      PatalMarkCell *cell = g_ptr_array_index (line_at (self, i)->cells, half);

      if (!open || patal_mark_cell_get_mark (cell) == '-')
        patal_mark_cell_set_mark (cell, 'P');
    }
  typed (self);
}

static void
say (PatalAttendanceGrid *self, Spot spot, char mark)
{
  patal_mark_cell_set_mark (PATAL_MARK_CELL (widget_at (self, spot)), mark);
  typed (self);
  if (mark != '-')
    go_down (self, spot);
}

/* 'P', 'A', '-', or 0: the key says none of them. */
static char
mark_of_key (guint key)
{
  gunichar letter = gdk_keyval_to_unicode (key);
  char text[7] = "", mark[PATAL_MOST_HALF_DAYS + 1];

  if (key == GDK_KEY_Delete || key == GDK_KEY_BackSpace || key == GDK_KEY_minus)
    return '-';
  if (letter == 0 || !g_unichar_isgraph (letter))
    return 0;
  g_unichar_to_utf8 (letter, text);
  return patal_attendance_parse (text, 1, mark, NULL) ? *mark : 0;
}

static gboolean
go (PatalAttendanceGrid *self, Spot spot, guint key)
{
  gboolean in_text = spot.column >= self->n_halves; /* where the arrows move the cursor */

  if (key == GDK_KEY_Return || key == GDK_KEY_KP_Enter)
    go_down (self, spot);
  else if (key == GDK_KEY_Down && spot.line + 1 < self->lines->len)
    focus_spot (self, (Spot) { spot.line + 1, spot.column });
  else if (key == GDK_KEY_Up && spot.line > 0)
    focus_spot (self, (Spot) { spot.line - 1, spot.column });
  else if (key == GDK_KEY_Left && !in_text)
    go_aside (self, spot, -1);
  else if (key == GDK_KEY_Right && !in_text)
    go_aside (self, spot, 1);
  else
    return FALSE;
  return TRUE;
}

static void paste (PatalAttendanceGrid *self, Spot spot);

static gboolean
key_cb (PatalAttendanceGrid *self, guint key, G_GNUC_UNUSED guint code, GdkModifierType state)
{
  GdkModifierType held = state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK);
  Spot spot;
  char mark;

  if (!self->editable || !find_spot (self, &spot))
    return FALSE;
  if (held == GDK_CONTROL_MASK && (key == GDK_KEY_v || key == GDK_KEY_V))
    {
      paste (self, spot);
      return TRUE;
    }
  if (held == GDK_CONTROL_MASK && (key == GDK_KEY_a || key == GDK_KEY_A) && spot.column < self->n_halves)
    {
      fill_column (self, spot.column);
      return TRUE;
    }
  if (held != 0)
    return FALSE;
  if (go (self, spot, key))
    return TRUE;
  mark = spot.column < self->n_halves ? mark_of_key (key) : 0;
  if (mark == 0)
    return FALSE;
  say (self, spot, mark);
  return TRUE;
}

/* --- a column out of a spreadsheet --- */

typedef struct
{
  PatalAttendanceGrid *grid;
  Spot                 spot;
} Pasting;

static void
lay_down (PatalAttendanceGrid *self, Spot spot, const PatalAttendancePaste *pasted)
{
  for (guint i = 0; i < pasted->n_lines; i++)
    for (guint k = 0; k < pasted->n_columns; k++)
      {
        const Spot at = { spot.line + i, spot.column + k };
        int value = patal_attendance_paste_value (pasted, i, k);

        if (at.column < self->n_halves)
          patal_mark_cell_set_mark (PATAL_MARK_CELL (widget_at (self, at)), (char) value);
        else
          set_test (GTK_ENTRY (widget_at (self, at)), value);
      }
}

/* To the right of @spot; behind a half-day that is to come nothing is laid down. */
static PatalAttendanceRoom
room_from (PatalAttendanceGrid *self, Spot spot)
{
  PatalAttendanceRoom room = { .lines = self->lines->len - spot.line, .most_marks = self->sheet->most_marks };

  for (guint half = spot.column; half < self->n_halves && can_be_said (self, half); half++)
    room.halves++;
  if (spot.column + room.halves >= self->n_halves)
    room.tests = n_columns (self) - spot.column - room.halves;
  return room;
}

static void
pasted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Pasting *pasting = user_data;
  g_autoptr (PatalAttendanceGrid) self = pasting->grid;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
  g_autoptr (PatalAttendancePaste) pasted = NULL;
  g_autoptr (GError) error = NULL;
  PatalAttendanceRoom room;

  if (text == NULL || self->sheet == NULL || pasting->spot.line >= self->lines->len || pasting->spot.column >= n_columns (self))
    return;
  room = room_from (self, pasting->spot);
  pasted = patal_attendance_paste_read (text, &room, &error);
  if (pasted == NULL)
    {
      g_signal_emit (self, signals[REFUSED], 0, error->message);
      return;
    }
  self->setting = TRUE;
  lay_down (self, pasting->spot, pasted);
  self->setting = FALSE;
  typed (self);
}

static void
paste (PatalAttendanceGrid *self, Spot spot)
{
  Pasting *pasting = g_new (Pasting, 1);

  *pasting = (Pasting) { g_object_ref (self), spot };
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (self)), NULL, pasted_cb, pasting);
}

/* --- what it is made of --- */

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
  PatalDay day = day_of (self, half);
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

      gtk_widget_set_sensitive (cell, self->editable && can_be_said (self, half));
      g_signal_connect_object (cell, "turned", G_CALLBACK (typed), self, G_CONNECT_SWAPPED);
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
      g_signal_connect_object (entry, "changed", G_CALLBACK (test_changed_cb), self, G_CONNECT_SWAPPED);
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
  gtk_grid_attach (self->body, button, COLUMN_FIRST + (int) n_columns (self), row, 1, 1);
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
  set_line (line, person->nomination->marks, person->nomination->pre, person->nomination->post);
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
  gtk_grid_attach (self->body, label, COLUMN_FIRST, row, MAX ((int) n_columns (self), 1), 1);
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
  fill_column (self, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "half")));
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
  gtk_widget_set_sensitive (button, self->editable && can_be_said (self, half) && self->lines->len > 0);
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
          g_autofree char *day = short_day (day_of (self, half));
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
  gtk_grid_attach (self->head, rest, COLUMN_FIRST + (int) n_columns (self), 1, 1, 1);
}

/* --- all of it --- */

static void
clear (GtkGrid *grid)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (grid))) != NULL)
    gtk_grid_remove (grid, child);
}

static void
build (PatalAttendanceGrid *self)
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

void
patal_attendance_grid_show (PatalAttendanceGrid *self, const PatalBatchSheet *sheet, PatalDay today)
{
  Spot spot;
  gboolean inside = find_spot (self, &spot);

  self->setting = TRUE;
  clear (self->head);
  clear (self->body);
  g_ptr_array_set_size (self->lines, 0);
  self->sheet = sheet;
  self->today = today;
  self->n_halves = sheet != NULL ? 2 * sheet->batch.held_on->len : 0;
  if (sheet != NULL)
    build (self);
  self->setting = FALSE;
  if (inside && spot.line < self->lines->len && spot.column < n_columns (self))
    focus_spot (self, spot);
}

void
patal_attendance_grid_set_editable (PatalAttendanceGrid *self, gboolean editable)
{
  g_autoptr (GArray) lines = NULL;

  if (self->editable == editable)
    return;
  self->editable = editable;
  if (self->sheet == NULL)
    return;
  lines = patal_attendance_grid_get_typed (self);
  patal_attendance_grid_show (self, self->sheet, self->today);
  patal_attendance_grid_type (self, lines);
}

GtkWidget *
patal_attendance_grid_new (void)
{
  return g_object_new (PATAL_TYPE_ATTENDANCE_GRID, NULL);
}

static void
patal_attendance_grid_dispose (GObject *object)
{
  PatalAttendanceGrid *self = PATAL_ATTENDANCE_GRID (object);

  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), PATAL_TYPE_ATTENDANCE_GRID);
  g_clear_object (&self->halves);
  g_clear_object (&self->tests);
  g_clear_object (&self->menus);
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  G_OBJECT_CLASS (patal_attendance_grid_parent_class)->dispose (object);
}

static void
patal_attendance_grid_class_init (PatalAttendanceGridClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = patal_attendance_grid_dispose;
  signals[TYPED] = g_signal_new ("typed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[REFUSED] = g_signal_new ("refused", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/grampatal/GramPatal/ui/patal-attendance-grid.ui");
  gtk_widget_class_bind_template_child (widget_class, PatalAttendanceGrid, head);
  gtk_widget_class_bind_template_child (widget_class, PatalAttendanceGrid, body);
}

static void
patal_attendance_grid_init (PatalAttendanceGrid *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->lines = g_ptr_array_new_with_free_func (line_free);
  self->halves = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  self->tests = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  self->menus = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  self->editable = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  /* Before a field of marks takes Ctrl+V and the arrows for itself. */
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), self); /* ends with the grid that holds it */
  gtk_widget_add_controller (GTK_WIDGET (self->body), keys);
}
