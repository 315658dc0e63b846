/* bench-scroll.c: what a frame of the long list costs while it is scrolled
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 *   bench-scroll FILE.patal
 *
 * Opens the window on the file, finds its longest list, and scrolls it: first line by line, then by pages, then to places all over it.
 * A frame's work is what the move of the scroll bar takes, where GTK gives rows to widgets, and the time from the frame clock's
 * before-paint to its after-paint: once by the clock on the wall and once by the processor's, which other programs do not slow.
 * The yardstick is a column view of the same length with cells that are empty. */
#include "patal-application.h"
#include "patal-window.h"
#include <adwaita.h>
#include <time.h>

#define FRAMES_EACH 150
#define LONG 1000
#define PATIENCE_US (20 * G_USEC_PER_SEC)

typedef struct
{
  gint64 wall, processor;
} Spent; /* in microseconds */

typedef struct
{
  GArray *wall_us, *processor_us;
  Spent   begun;  /* of the frame that is painted */
  Spent   moving; /* of the move before it */
} Frames;

static Spent
now (void)
{
  struct timespec t;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &t);
  return (Spent) { g_get_monotonic_time (), t.tv_sec * (gint64) G_USEC_PER_SEC + t.tv_nsec / 1000 };
}

static void
before_paint_cb (GdkFrameClock *clock G_GNUC_UNUSED, gpointer user_data)
{
  ((Frames *) user_data)->begun = now ();
}

static void
after_paint_cb (GdkFrameClock *clock G_GNUC_UNUSED, gpointer user_data)
{
  Frames *frames = user_data;
  Spent end = now ();
  gint64 wall = end.wall - frames->begun.wall + frames->moving.wall;
  gint64 processor = end.processor - frames->begun.processor + frames->moving.processor;

  g_array_append_val (frames->wall_us, wall);
  g_array_append_val (frames->processor_us, processor);
  frames->moving = (Spent) { 0, 0 };
}

static guint
n_rows (GtkWidget *list)
{
  GtkSelectionModel *model = GTK_IS_LIST_VIEW (list)     ? gtk_list_view_get_model (GTK_LIST_VIEW (list))
                             : GTK_IS_COLUMN_VIEW (list) ? gtk_column_view_get_model (GTK_COLUMN_VIEW (list))
                                                         : NULL;

  return model != NULL ? g_list_model_get_n_items (G_LIST_MODEL (model)) : 0;
}

/* The longest one in sight. */
static GtkWidget *
find_list (GtkWidget *widget)
{
  GtkWidget *longest = n_rows (widget) > 0 && gtk_widget_get_mapped (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_list (child);

      if (found != NULL && (longest == NULL || n_rows (found) > n_rows (longest)))
        longest = found;
    }
  return longest;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  gint64 x = *(const gint64 *) a, y = *(const gint64 *) b;

  return (x > y) - (x < y);
}

static double
percentile_ms (GArray *sorted_us, guint percent)
{
  return (double) g_array_index (sorted_us, gint64, sorted_us->len * percent / 100) / 1000;
}

/* Waits for a frame after each move of the scroll bar. */
static void
scroll (GtkWidget *list, Frames *frames, const char *title, double (*place) (guint step, double most))
{
  GtkAdjustment *bar = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (list));
  double most = gtk_adjustment_get_upper (bar) - gtk_adjustment_get_page_size (bar);

  g_assert (most > FRAMES_EACH * 500.0); /* else it would be the frames of a list that stands still */
  g_array_set_size (frames->wall_us, 0);
  g_array_set_size (frames->processor_us, 0);
  for (guint step = 0; step < FRAMES_EACH; step++)
    {
      guint painted = frames->wall_us->len;
      Spent begun = now (), end;

      gtk_adjustment_set_value (bar, place (step, most));
      end = now ();
      frames->moving = (Spent) { end.wall - begun.wall, end.processor - begun.processor };
      gtk_widget_queue_draw (list); /* a frame also where the place is the same */
      while (frames->wall_us->len == painted)
        g_main_context_iteration (NULL, TRUE);
    }
  g_array_sort (frames->wall_us, compare);
  g_array_sort (frames->processor_us, compare);
  g_print ("%-14s median %6.2f ms, 99th percentile %6.2f ms (goal: at most 16); of the processor %6.2f ms, %6.2f ms\n", title,
           percentile_ms (frames->wall_us, 50), percentile_ms (frames->wall_us, 99), percentile_ms (frames->processor_us, 50),
           percentile_ms (frames->processor_us, 99));
}

static double
by_lines (guint step, double most)
{
  return MIN (most, step * 34.0);
}

static double
by_pages (guint step, double most)
{
  return MIN (most, step * 500.0);
}

static double
anywhere (guint step, double most)
{
  return most * (((guint64) step * 2654435761u) % 1000) / 1000;
}

static GtkWidget *
empty_list (guint n)
{
  GtkStringList *rows = gtk_string_list_new (NULL);
  GtkWidget *scrolled = gtk_scrolled_window_new (), *window = gtk_window_new (), *view;

  for (guint i = 0; i < n; i++)
    gtk_string_list_append (rows, "");
  view = gtk_column_view_new (GTK_SELECTION_MODEL (gtk_single_selection_new (G_LIST_MODEL (rows))));
  for (guint i = 0; i < 7; i++)
    {
      GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

      gtk_column_view_append_column (GTK_COLUMN_VIEW (view), gtk_column_view_column_new (NULL, factory));
    }
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), view);
  gtk_window_set_child (GTK_WINDOW (window), scrolled);
  gtk_window_set_default_size (GTK_WINDOW (window), 1366, 700);
  gtk_window_present (GTK_WINDOW (window));
  return view;
}

static void
measure (GtkWidget *list, const char *what)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (list);
  Frames frames = { .wall_us = g_array_new (FALSE, FALSE, sizeof (gint64)), .processor_us = g_array_new (FALSE, FALSE, sizeof (gint64)) };
  gulong before = g_signal_connect (clock, "before-paint", G_CALLBACK (before_paint_cb), &frames);
  gulong after = g_signal_connect (clock, "after-paint", G_CALLBACK (after_paint_cb), &frames);

  g_print ("%s, %u rows\n", what, n_rows (list));
  scroll (list, &frames, "  line by line", by_lines);
  scroll (list, &frames, "  by pages", by_pages);
  scroll (list, &frames, "  to any place", anywhere);
  g_signal_handler_disconnect (clock, before);
  g_signal_handler_disconnect (clock, after);
  g_array_unref (frames.wall_us);
  g_array_unref (frames.processor_us);
}

static void
settle (gint64 us)
{
  gint64 end = g_get_monotonic_time () + us;

  while (g_get_monotonic_time () < end)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (1000);
}

/* Until it has been laid out, and then until nothing else goes on. */
static void
settle_list (GtkWidget *list)
{
  GtkAdjustment *bar = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (list));
  gint64 end = g_get_monotonic_time () + PATIENCE_US;

  while (gtk_adjustment_get_upper (bar) <= FRAMES_EACH * 500.0 && g_get_monotonic_time () < end)
    settle (100000);
  settle (2 * G_USEC_PER_SEC);
}

int
main (int argc, char **argv)
{
  gint64 begun = g_get_monotonic_time ();
  PatalApplication *app = patal_application_new ();
  GtkWidget *list = NULL;
  guint n;

  g_assert (argc == 2);
  g_assert (g_application_register (G_APPLICATION (app), NULL, NULL));
  {
    PatalWindow *window = patal_window_new (app);

    gtk_window_set_default_size (GTK_WINDOW (window), 1366, 700);
    gtk_window_present (GTK_WINDOW (window));
    patal_window_open (window, argv[1]);
    while (list == NULL && g_get_monotonic_time () - begun < PATIENCE_US)
      {
        settle (100000);
        list = find_list (GTK_WIDGET (window));
        if (list != NULL && n_rows (list) < LONG)
          list = NULL; /* that of the places at the left */
      }
  }
  g_assert (list != NULL);
  settle_list (list);
  n = n_rows (list);
  measure (list, "the list of units");
  list = empty_list (n);
  settle_list (list);
  measure (list, "yardstick: a list of empty cells");
  return 0;
}
