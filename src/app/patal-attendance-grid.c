/* patal-attendance-grid.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-attendance-grid-private.h"
#include "patal-attendance-paste.h"
#include "patal-mark-cell.h"
#include "patal-number.h"
#include <glib/gi18n.h>
#include <string.h>

G_DEFINE_FINAL_TYPE (PatalAttendanceGrid, patal_attendance_grid, ADW_TYPE_BIN)

enum { TYPED, REFUSED, N_SIGNALS };
static guint signals[N_SIGNALS];

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

PatalDay
attendance_grid_day (PatalAttendanceGrid *self, guint half)
{
  return g_array_index (self->sheet->batch.held_on, PatalDay, half / 2);
}

gboolean
attendance_grid_can_be_said (PatalAttendanceGrid *self, guint half)
{
  PatalDay day = attendance_grid_day (self, half);

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
        open = open || (attendance_grid_day (self, half) != PATAL_DAY_NONE && line.marks.marks[half] == '-');
      *unsaid += open;
      *attended += patal_marks_trained (line.marks.marks, held, self->sheet->present_pct);
    }
}

void
attendance_grid_typed (PatalAttendanceGrid *self)
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

void
attendance_grid_test_changed_cb (PatalAttendanceGrid *self, GtkEntry *entry)
{
  show_test (self, entry);
  attendance_grid_typed (self);
}

static void
set_test (GtkEntry *entry, int marks)
{
  g_autofree char *text = marks >= 0 ? g_strdup_printf ("%d", marks) : g_strdup ("");

  if (entry != NULL)
    gtk_editable_set_text (GTK_EDITABLE (entry), text);
}

void
attendance_grid_set_line (Line *line, const char *marks, int pre, int post)
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
          attendance_grid_set_line (line_at (self, k), own->marks.marks, own->pre, own->post);
    }
  self->setting = FALSE;
  attendance_grid_typed (self);
}

/* --- where the keyboard is --- */

typedef struct { guint line, column; } Spot; /* columns: the half-days, then the tests */

guint
attendance_grid_n_columns (PatalAttendanceGrid *self)
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
    for (guint column = 0; column < attendance_grid_n_columns (self); column++)
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
  for (guint column = spot.column + 1; column < attendance_grid_n_columns (self); column++)
    if (focus_spot (self, (Spot) { 0, column }))
      return;
}

static void
go_aside (PatalAttendanceGrid *self, Spot spot, int step)
{
  for (guint column = spot.column + (guint) step; column < attendance_grid_n_columns (self); column += (guint) step)
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
  return self->lines->len > 0 && attendance_grid_n_columns (self) > 0 && focus_spot (self, (Spot) { 0, 0 });
}

/* --- keys --- */

/* Whoever is not said is present; where all are said, all are. */
void
attendance_grid_fill_column (PatalAttendanceGrid *self, guint half)
{
  gboolean open = FALSE;

  if (!self->editable || !attendance_grid_can_be_said (self, half))
    return;
  for (guint i = 0; i < self->lines->len; i++)
    open = open || patal_mark_cell_get_mark (g_ptr_array_index (line_at (self, i)->cells, half)) == '-';
  for (guint i = 0; i < self->lines->len; i++)
    {
      PatalMarkCell *cell = g_ptr_array_index (line_at (self, i)->cells, half);

      if (!open || patal_mark_cell_get_mark (cell) == '-')
        patal_mark_cell_set_mark (cell, 'P');
    }
  attendance_grid_typed (self);
}

static void
say (PatalAttendanceGrid *self, Spot spot, char mark)
{
  patal_mark_cell_set_mark (PATAL_MARK_CELL (widget_at (self, spot)), mark);
  attendance_grid_typed (self);
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
      attendance_grid_fill_column (self, spot.column);
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

  for (guint half = spot.column; half < self->n_halves && attendance_grid_can_be_said (self, half); half++)
    room.halves++;
  if (spot.column + room.halves >= self->n_halves)
    room.tests = attendance_grid_n_columns (self) - spot.column - room.halves;
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

  if (text == NULL || self->sheet == NULL || pasting->spot.line >= self->lines->len || pasting->spot.column >= attendance_grid_n_columns (self))
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
  attendance_grid_typed (self);
}

static void
paste (PatalAttendanceGrid *self, Spot spot)
{
  Pasting *pasting = g_new (Pasting, 1);

  *pasting = (Pasting) { g_object_ref (self), spot };
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (self)), NULL, pasted_cb, pasting);
}

static void
clear (GtkGrid *grid)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (grid))) != NULL)
    gtk_grid_remove (grid, child);
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
    attendance_grid_build (self);
  self->setting = FALSE;
  if (inside && spot.line < self->lines->len && spot.column < attendance_grid_n_columns (self))
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
