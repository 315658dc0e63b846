/* patal-work-strip.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-work-strip.h"
#include "patal-money.h"
#include "patal-row-column.h"
#include "patal-work-list.h"
#include <glib/gi18n.h>
#include <math.h>

#define PAD_X_PX 10
#define PAD_Y_PX 6
#define GAP_PX 10     /* between what stands at the left and at the right */
#define ICON_PX 14
#define SMALL 0.85    /* letters of the second line */

/* What there is to say of a work's board, as far as a list shows it. */
typedef struct
{
  const char *icon, *title, *colour; /* title: a message id; colour: of the theme */
} Mark;

static const Mark mark_missing = { "dialog-warning-symbolic", N_("No board yet"), "warning_color" };
static const Mark mark_wrong = { "dialog-error-symbolic", N_("Board found wrong"), "error_color" };
static const Mark mark_unseen = { "dialog-question-symbolic", N_("Board not inspected"), NULL };
static const Mark mark_correct = { "emblem-ok-symbolic", N_("Board correct"), "success_color" };

/* --- what is said --- */

static char *
name_of (PatalRow *row)
{
  static const PatalRowColumnPair pair = { PATAL_WORK_COL_NAME_HI, PATAL_WORK_COL_NAME_EN };
  char *name = patal_row_column_name (row, &pair);

  return name != NULL ? name : g_strdup ("");
}

/* "बम्हनीडीह · जनपद · 3306/WC/12" */
static char *
place_of (PatalRow *row, const char *between)
{
  static const PatalRowColumnPair gp = { PATAL_WORK_COL_GP_HI, PATAL_WORK_COL_GP_EN };
  static const PatalRowColumnPair block = { PATAL_WORK_COL_BLOCK_HI, PATAL_WORK_COL_BLOCK_EN };
  g_autofree char *gp_name = patal_row_column_name (row, &gp);
  g_autofree char *block_name = patal_row_column_name (row, &block);
  const char *parts[] = { gp_name, block_name, patal_row_text (row, PATAL_WORK_COL_CODE) };
  GString *place = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] != NULL)
      g_string_append_printf (place, "%s%s", place->len > 0 ? between : "", parts[i]);
  return g_string_free (place, FALSE);
}

/* (nullable) */
static char *
total_of (PatalRow *row)
{
  g_autofree char *rupees = NULL;

  if (patal_row_null (row, PATAL_WORK_COL_TOTAL))
    return NULL;
  rupees = patal_money_format (patal_row_int (row, PATAL_WORK_COL_TOTAL), PATAL_MONEY_RUPEES);
  return g_strconcat ("₹ ", rupees, NULL);
}

/* "60 : 40", wage and material in whole per cent; NULL where it is not known. */
static char *
ratio_of (PatalRow *row)
{
  gint64 wage = patal_row_int (row, PATAL_WORK_COL_WAGE), material = patal_row_int (row, PATAL_WORK_COL_MATERIAL);
  int share;

  if (patal_row_null (row, PATAL_WORK_COL_WAGE) || patal_row_null (row, PATAL_WORK_COL_MATERIAL) || wage + material <= 0)
    return NULL;
  share = (int) lround (100.0 * (double) wage / (double) (wage + material));
  return g_strdup_printf ("%d : %d", share, 100 - share);
}

static const char *
status_of (PatalRow *row)
{
  const char *id = patal_row_text (row, PATAL_WORK_COL_STATUS);

  for (int status = 0; status < PATAL_N_WORK_STATUSES; status++)
    if (g_strcmp0 (id, patal_work_status_id ((PatalWorkStatus) status)) == 0)
      return _(patal_work_status_title ((PatalWorkStatus) status));
  return "";
}

/* (nullable): none is due before the work begins. */
static const Mark *
mark_of (PatalRow *row)
{
  const char *correct = patal_row_text (row, PATAL_WORK_COL_CORRECT), *status = patal_row_text (row, PATAL_WORK_COL_STATUS);
  gboolean begun = !patal_row_null (row, PATAL_WORK_COL_START) || g_strcmp0 (status, "ongoing") == 0
                   || g_strcmp0 (status, "completed") == 0;

  if (g_strcmp0 (correct, "no") == 0)
    return &mark_wrong;
  if (patal_row_null (row, PATAL_WORK_COL_BUILT_ON))
    return begun ? &mark_missing : NULL;
  return g_strcmp0 (correct, "yes") == 0 ? &mark_correct : &mark_unseen;
}

static char *
say_row (PatalRow *row, G_GNUC_UNUSED gpointer data)
{
  g_autofree char *name = name_of (row);
  g_autofree char *place = place_of (row, ", ");
  g_autofree char *total = total_of (row);
  g_autofree char *ratio = ratio_of (row);
  const Mark *mark = mark_of (row);
  GString *line = g_string_new (name);

  g_string_append_printf (line, ", %s, %s", place, status_of (row));
  if (total != NULL)
    g_string_append_printf (line, ", %s", total);
  if (ratio != NULL)
    g_string_append_printf (line, ", %s %s", _("Wage : material"), ratio);
  if (mark != NULL)
    g_string_append_printf (line, ", %s", _(mark->title));
  return g_string_free (line, FALSE);
}

/* --- what is drawn --- */

typedef struct
{
  GtkWidget   *strip;
  GtkSnapshot *snapshot;
  PangoLayout *layout;
  GdkRGBA      ink;
  int          width;
} Writing;

static PangoAttrList *
attributes (double scale, PangoWeight weight)
{
  PangoAttrList *list = pango_attr_list_new ();

  pango_attr_list_insert (list, pango_attr_scale_new (scale));
  pango_attr_list_insert (list, pango_attr_weight_new (weight));
  return list;
}

/* Writes @text on the line whose baseline is at @base, from @from to @to, at its end where @at_end; gives the width it took. */
static int
write_text (Writing *writing, const char *text, int from, int to, int base, gboolean at_end, float strength)
{
  GdkRGBA ink = writing->ink;
  int width;

  if (text == NULL || *text == '\0' || to - from < 2 * GAP_PX)
    return 0;
  pango_layout_set_text (writing->layout, text, -1);
  pango_layout_set_width (writing->layout, (to - from) * PANGO_SCALE);
  pango_layout_get_pixel_size (writing->layout, &width, NULL);
  ink.alpha *= strength;
  gtk_snapshot_save (writing->snapshot);
  gtk_snapshot_translate (writing->snapshot, &GRAPHENE_POINT_INIT ((float) (at_end ? to - width : from),
                                                                   (float) (base - PANGO_PIXELS (pango_layout_get_baseline (writing->layout)))));
  gtk_snapshot_append_layout (writing->snapshot, writing->layout, &ink);
  gtk_snapshot_restore (writing->snapshot);
  return width;
}

static void
draw_mark (Writing *writing, const Mark *mark, int x, int middle)
{
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (gtk_widget_get_display (writing->strip));
  g_autoptr (GtkIconPaintable) icon = gtk_icon_theme_lookup_icon (theme, mark->icon, NULL, ICON_PX,
                                                                  gtk_widget_get_scale_factor (writing->strip),
                                                                  gtk_widget_get_direction (writing->strip), 0);
  GdkRGBA ink = writing->ink;

  if (mark->colour != NULL)
    gtk_style_context_lookup_color (gtk_widget_get_style_context (writing->strip), mark->colour, &ink);
  gtk_snapshot_save (writing->snapshot);
  gtk_snapshot_translate (writing->snapshot, &GRAPHENE_POINT_INIT ((float) x, (float) (middle - ICON_PX / 2)));
  gtk_symbolic_paintable_snapshot_symbolic (GTK_SYMBOLIC_PAINTABLE (icon), writing->snapshot, ICON_PX, ICON_PX,
                                            (GdkRGBA[4]) { ink, ink, ink, ink }, 4);
  gtk_snapshot_restore (writing->snapshot);
}

typedef struct
{
  int first_base, second_base, height;
} Lines;

/* Both scripts stand on each line. */
static Lines
lines_of (GtkWidget *widget)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (widget, "Ág क्षीर्ँ");
  g_autoptr (PangoAttrList) small = attributes (SMALL, PANGO_WEIGHT_NORMAL);
  int first, second;
  Lines lines;

  pango_layout_get_pixel_size (layout, NULL, &first);
  lines.first_base = PAD_Y_PX + PANGO_PIXELS (pango_layout_get_baseline (layout));
  pango_layout_set_attributes (layout, small);
  pango_layout_get_pixel_size (layout, NULL, &second);
  lines.second_base = PAD_Y_PX + first + PANGO_PIXELS (pango_layout_get_baseline (layout));
  lines.height = first + second + 2 * PAD_Y_PX;
  return lines;
}

static int
row_height (GtkWidget *list, G_GNUC_UNUSED gpointer data)
{
  return lines_of (list).height;
}

/* "पूर्ण · 60 : 40" */
static char *
state_of (PatalRow *row)
{
  g_autofree char *ratio = ratio_of (row);

  return ratio != NULL ? g_strdup_printf ("%s · %s", status_of (row), ratio) : g_strdup (status_of (row));
}

static void
draw_row (GtkWidget *strip, GtkSnapshot *snapshot, PatalRow *row, G_GNUC_UNUSED gpointer data)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (strip, NULL);
  g_autoptr (PangoAttrList) small = attributes (SMALL, PANGO_WEIGHT_NORMAL);
  g_autofree char *name = name_of (row);
  g_autofree char *total = total_of (row);
  g_autofree char *place = place_of (row, " · ");
  g_autofree char *state = state_of (row);
  Writing writing = { .strip = strip, .snapshot = snapshot, .layout = layout, .width = gtk_widget_get_width (strip) };
  const Mark *mark = mark_of (row);
  Lines lines = lines_of (strip);
  int right = writing.width - PAD_X_PX - ICON_PX - GAP_PX, taken;

  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  gtk_style_context_get_color (gtk_widget_get_style_context (strip), &writing.ink);
  taken = write_text (&writing, total, PAD_X_PX, right, lines.first_base, TRUE, 1);
  write_text (&writing, name, PAD_X_PX, right - taken - GAP_PX, lines.first_base, FALSE, 1);
  pango_layout_set_attributes (layout, small);
  taken = write_text (&writing, state, PAD_X_PX, right, lines.second_base, TRUE, 0.75f);
  write_text (&writing, place, PAD_X_PX, right - taken - GAP_PX, lines.second_base, FALSE, 0.6f);
  if (mark != NULL)
    draw_mark (&writing, mark, writing.width - PAD_X_PX - ICON_PX, lines.height / 2);
}

/* All of it: a narrow list cuts names. */
static char *
tip_of (G_GNUC_UNUSED GtkWidget *strip, PatalRow *row, G_GNUC_UNUSED int x, G_GNUC_UNUSED int y, G_GNUC_UNUSED gpointer data)
{
  g_autofree char *name = name_of (row);
  g_autofree char *place = place_of (row, " · ");
  const Mark *mark = mark_of (row);

  return mark != NULL ? g_strdup_printf ("%s\n%s\n%s", name, place, _(mark->title)) : g_strdup_printf ("%s\n%s", name, place);
}

const PatalStripKind patal_work_strip_kind = { row_height, draw_row, say_row, tip_of };
